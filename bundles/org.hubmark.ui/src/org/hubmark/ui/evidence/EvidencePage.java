package org.hubmark.ui.evidence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.EvidenceItem;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.text.Quotes;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Selections;
import org.hubmark.ui.briefing.PassageSelection;
import org.hubmark.ui.model.Names;

/** The inside of the Evidence view for one session. Display thread. */
final class EvidencePage implements SessionListener {

    private final Session session;
    private final Composite control;
    private final CLabel subject;
    private final TableViewer viewer;
    private final Coalescer refresh;
    private final Names names = Names.ofUser();
    private final Messages messages = Messages.of(EvidencePage.class);
    private Supplier<CompletableFuture<List<EvidenceItem>>> source = () -> CompletableFuture.completedFuture(List.of());
    private Supplier<String> title;
    private long newest;

    EvidencePage(Composite parent, Session session, Selections selections) {
        this.session = session;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        subject = new CLabel(control, SWT.NONE);
        title = () -> messages.get("evidence.hint");
        say(title.get());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(subject);
        Composite holder = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
        viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        new EvidenceColumns(session, names).create(viewer, holder);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.addSelectionChangedListener(e -> selections.setSelection(
                new StructuredSelection(viewer.getStructuredSelection().toList())));
        refresh = new Coalescer(control, this::refresh);
        session.addListener(this);
        control.addDisposeListener(e -> session.removeListener(this));
    }

    Composite control() {
        return control;
    }

    TableViewer viewer() {
        return viewer;
    }

    Session session() {
        return session;
    }

    void onOpen(Runnable open) {
        viewer.addOpenListener(e -> open.run());
    }

    void showTarget(EObject object) {
        UUID target = Session.id(object);
        source = () -> session.evidence(target);
        title = () -> messages.get("evidence.of", names.singular(object.eClass().getName()), names.of(object));
        refresh.signal();
    }

    void showPassage(PassageSelection selection) {
        source = () -> CompletableFuture.completedFuture(items(selection.document(), selection.passage()));
        title = () -> {
            Passage passage = selection.document().passage(selection.passage());
            return passage == null ? messages.get("evidence.hint")
                    : messages.get("evidence.by", Quotes.shown(passage.anchor().quote()));
        };
        refresh.signal();
    }

    private static List<EvidenceItem> items(BriefingDocument document, UUID passage) {
        Passage there = document.passage(passage);
        return there == null ? List.of() : document.evidence(passage).stream()
                .map(e -> new EvidenceItem(e, there, document.briefing(), document.edition())).toList();
    }

    private void say(String text) {
        subject.setText(text.replace("&", "&&"));
        subject.setToolTipText(text.replace("&", "&&"));
    }

    /** Asks again; an answer that is not the newest any more is dropped. */
    private void refresh() {
        say(title.get());
        long asked = ++newest;
        source.get().whenComplete((items, failure) -> session.executor().execute(() -> {
            if (control.isDisposed() || asked != newest) {
                return;
            }
            if (failure != null) {
                Errors.show(messages.get("evidence.failed"), failure);
            } else {
                StructuredSelection selected = new StructuredSelection(viewer.getStructuredSelection().toList());
                viewer.setInput(items);
                viewer.setSelection(selected);
            }
        }));
    }

    @SuppressWarnings("unchecked")
    List<EvidenceItem> shown() {
        return viewer.getInput() == null ? List.of() : (List<EvidenceItem>) viewer.getInput();
    }

    @Override
    public void changed(Set<UUID> objects) {
        refresh.signal();
    }
}
