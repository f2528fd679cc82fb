package org.hubmark.ui.codebook;

import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.model.Code;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Selections;
import org.hubmark.ui.model.Counts;
import org.hubmark.ui.model.ItemContent;
import org.hubmark.ui.model.Names;
import org.hubmark.ui.presence.TeamSigns;

/** The inside of the Codes view for one session. Display thread. */
final class CodesPage implements SessionListener {

    private static final String USES = """
            select code, count(*) from v_passage_code where project = :project group by code""";

    private final Session session;
    private final TreeViewer viewer;
    private final Coalescer refresh;
    private final Counts counts;

    CodesPage(Composite parent, Session session, Names names, Selections selections) {
        this.session = session;
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        refresh = new Coalescer(viewer.getTree(), this::refresh);
        counts = new Counts(session, USES, refresh::signal);
        viewer.setContentProvider(new ItemContent(session.editingDomain().getAdapterFactory()));
        TeamSigns signs = new TeamSigns(session, viewer.getTree(), refresh::signal);
        viewer.setLabelProvider(new CodeLabels(names, counts::known, signs));
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addSelectionChangedListener(e -> selections.setSelection(
                new StructuredSelection(viewer.getStructuredSelection().toList())));
        viewer.addSelectionChangedListener(e -> {
            if (e.getStructuredSelection().getFirstElement() instanceof Code code) {
                signs.seen(Session.id(code));
            }
        });
        viewer.addDragSupport(DND.DROP_COPY | DND.DROP_LINK, new Transfer[] {LocalSelectionTransfer.getTransfer()},
                new Drag());
        viewer.setInput(session.project().getCodebook());
        viewer.expandAll();
        session.addListener(this);
        viewer.getTree().addDisposeListener(e -> {
            session.removeListener(this);
            counts.stop();
        });
        counts.count();
    }

    Control control() {
        return viewer.getTree();
    }

    TreeViewer viewer() {
        return viewer;
    }

    Session session() {
        return session;
    }

    private void refresh() {
        if (viewer.getInput() != session.project().getCodebook()) {
            viewer.setInput(session.project().getCodebook());
        }
        viewer.refresh();
    }

    @Override
    public void changed(Set<UUID> objects) {
        refresh.signal();
    }

    @Override
    public void syncStateChanged(SyncState state) {
        if (state.kind() == SyncState.Kind.SYNCED) {
            counts.count();
        }
    }

    private final class Drag extends DragSourceAdapter {

        @Override
        public void dragStart(DragSourceEvent event) {
            event.doit = !viewer.getStructuredSelection().isEmpty();
            LocalSelectionTransfer.getTransfer().setSelection(viewer.getStructuredSelection());
        }

        @Override
        public void dragSetData(DragSourceEvent event) {
            event.data = viewer.getStructuredSelection();
        }
    }
}
