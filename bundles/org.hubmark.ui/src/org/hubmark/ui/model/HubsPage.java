package org.hubmark.ui.model;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.model.Element;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Selections;
import org.hubmark.ui.evidence.DraggedPassage;
import org.hubmark.ui.presence.TeamSigns;

/** The inside of the Hubs view for one session. Display thread. */
final class HubsPage implements SessionListener {

    /** Country or kind, hub, kind: as deep as a search opens the tree; one letter finds too much for that. */
    private static final int DEEP = 3;

    private final Session session;
    private final Names names;
    private final Selections selections;
    private final Composite control;
    private final Text filter;
    private final TreeViewer viewer;
    private final HubTreeContent content;
    private final TeamSigns signs;
    private final Coalescer refresh;
    private String shown = "";
    private UUID wanted;

    HubsPage(Composite parent, Session session, Names names, Selections selections) {
        this.session = session;
        this.names = names;
        this.selections = selections;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        filter = new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.of(HubsPage.class).get("hubs.filter"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        viewer = new TreeViewer(control, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getTree());
        viewer.setUseHashlookup(true);
        content = new HubTreeContent(tree(""));
        viewer.setContentProvider(content);
        signs = new TeamSigns(session, viewer.getTree(), () -> viewer.refresh());
        viewer.setLabelProvider(new HubTreeLabels(session.editingDomain().getAdapterFactory(), names, signs));
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addSelectionChangedListener(e -> publish());
        refresh = new Coalescer(control, this::refresh);
        filter.addModifyListener(e -> refresh.signal());
        filter.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                viewer.getTree().setFocus();
            }
        });
        installDragAndDrop();
        session.addListener(this);
        control.addDisposeListener(e -> session.removeListener(this));
        viewer.setInput(session);
        viewer.setExpandedElements(countries(content.tree()));
    }

    Composite control() {
        return control;
    }

    Session session() {
        return session;
    }

    TreeViewer viewer() {
        return viewer;
    }

    void focus() {
        viewer.getTree().setFocus();
    }

    void onOpen(Runnable open) {
        viewer.addDoubleClickListener(e -> open.run());
    }

    /** Selects an element as soon as it is shown. */
    void reveal(UUID element) {
        wanted = element;
        refresh.signal();
    }

    private HubTree tree(String typed) {
        return new HubTree(session.project().getHubModel(), names, e -> fits(e, typed));
    }

    private void refresh() {
        String typed = filter.getText().strip().toLowerCase(Locale.ROOT);
        content.show(tree(typed));
        viewer.getTree().setRedraw(false);
        viewer.refresh();
        if (!typed.equals(shown)) {
            shown = typed;
            expand(typed);
        }
        showWanted(content.tree());
        viewer.getTree().setRedraw(true);
    }

    /** What is searched for is to be seen at once; without a search the hubs are. */
    private void expand(String typed) {
        if (typed.isEmpty()) {
            viewer.setExpandedElements(countries(content.tree()));
            viewer.getStructuredSelection().toList().forEach(viewer::reveal);
        } else {
            viewer.expandToLevel(typed.length() > 1 ? DEEP : DEEP - 1);
        }
    }

    private static Object[] countries(HubTree tree) {
        return tree.roots().stream().filter(n -> n instanceof HubTree.Group g && g.kind() == HubTree.Kind.COUNTRY)
                .toArray();
    }

    private void showWanted(HubTree tree) {
        if (wanted != null && session.find(wanted) instanceof Element element) {
            HubTree.Node node = tree.find(element);
            if (node != null) {
                viewer.setExpandedState(node.parent(), true);
                viewer.setSelection(new StructuredSelection(node), true);
            }
            wanted = null;
        }
    }

    private boolean fits(Element element, String typed) {
        return typed.isEmpty() || names.of(element).toLowerCase(Locale.ROOT).contains(typed)
                || contains(element.getNameZh(), typed) || contains(element.getNameEn(), typed)
                || contains(element.getKey(), typed) || element.getAliases().stream().anyMatch(a -> contains(a, typed));
    }

    private static boolean contains(String name, String typed) {
        return name != null && name.toLowerCase(Locale.ROOT).contains(typed);
    }

    private void publish() {
        Object first = viewer.getStructuredSelection().getFirstElement();
        if (first instanceof HubTree.Leaf leaf) {
            signs.seen(Session.id(leaf.element()));
        }
        selections.setSelection(first instanceof HubTree.Leaf leaf ? new StructuredSelection(leaf.element())
                : StructuredSelection.EMPTY);
    }

    private void installDragAndDrop() {
        Transfer[] local = {LocalSelectionTransfer.getTransfer()};
        viewer.addDragSupport(DND.DROP_COPY | DND.DROP_LINK, local, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(selections.getSelection());
                event.doit = !selections.getSelection().isEmpty();
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = selections.getSelection();
            }
        });
        viewer.addDropSupport(DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT, local, new Drop(viewer));
    }

    @Override
    public void changed(Set<UUID> objects) {
        refresh.signal();
    }

    /** A passage dropped on an element becomes evidence of it. */
    private static final class Drop extends ViewerDropAdapter {

        Drop(TreeViewer viewer) {
            super(viewer);
            setFeedbackEnabled(false);
        }

        @Override
        public boolean validateDrop(Object target, int operation, TransferData type) {
            overrideOperation(DND.DROP_COPY);
            return target instanceof HubTree.Leaf;
        }

        @Override
        public boolean performDrop(Object data) {
            if (getCurrentTarget() instanceof HubTree.Leaf leaf && data instanceof StructuredSelection selection
                    && selection.getFirstElement() instanceof DraggedPassage passage) {
                passage.becomeEvidenceOf(Session.id(leaf.element()));
                return true;
            }
            return false;
        }
    }
}
