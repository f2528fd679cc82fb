package org.hubmark.ui.activity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.Member;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Selections;

/** The inside of the Activity view for one session. Display thread. */
final class ActivityPage implements SessionListener, ActivityModel.Listener {

    private final Session session;
    private final ActivityModel model;
    private final Composite control;
    private final ActivityBar bar;
    private final CLabel subject;
    private final TreeViewer viewer;
    private final ActivityColumns columns;
    private final Button more;
    private final Coalescer labels;
    private final Messages messages = Messages.of(ActivityPage.class);
    private Set<UUID> unread = Set.of();
    private UUID object;
    private String objectName = "";

    ActivityPage(Composite parent, Session session, Selections selections) {
        this.session = session;
        model = new ActivityModel(session, this);
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        bar = new ActivityBar(control, this::reload, () -> session.team().markSeen(session.team().unread()));
        subject = new CLabel(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(subject);
        Composite holder = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
        viewer = new TreeViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setComparer(new ActivityRow.ByPlace());
        viewer.setUseHashlookup(true);
        columns = new ActivityColumns(model, () -> unread);
        columns.create(viewer, holder);
        viewer.setContentProvider(new ActivityContent());
        viewer.setInput(List.of());
        viewer.addSelectionChangedListener(e -> selections.setSelection(
                new StructuredSelection(viewer.getStructuredSelection().toList())));
        more = new Button(control, SWT.PUSH);
        more.setText(messages.get("more"));
        more.addListener(SWT.Selection, e -> model.more());
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).exclude(true).applyTo(more);
        viewer.getTree().getVerticalBar().addListener(SWT.Selection, e -> scrolled());
        labels = new Coalescer(control, this::refreshLabels);
        session.addListener(this);
        control.addDisposeListener(e -> session.removeListener(this));
        session.team().members().thenAccept(members -> session.executor().execute(() -> offer(members)));
        unreadChanged();
        reload();
    }

    private void offer(List<Member> members) {
        if (!control.isDisposed()) {
            bar.members(members.stream().map(Member::name).toList());
        }
    }

    Composite control() {
        return control;
    }

    TreeViewer viewer() {
        return viewer;
    }

    ActivityModel model() {
        return model;
    }

    /** What is selected, or null. */
    ActivityRow selected() {
        return (ActivityRow) viewer.getStructuredSelection().getFirstElement();
    }

    /** What the selected row is about: where only one object's history is listed, a revision is about that. */
    UUID selectedObject() {
        ActivityRow row = selected();
        return row instanceof ActivityRow.Entry && bar.onlySelected() && object != null ? object
                : row == null ? null : row.object();
    }

    /** The text of what is selected, for the clipboard. */
    String text(ActivityRow row) {
        return columns.inFull(row);
    }

    /** Lists only what changed an object, all of it. */
    void history(UUID of, String name) {
        bar.clear();
        bar.setOnlySelected(true);
        object = of;
        objectName = name;
        reload();
    }

    /** The object selected elsewhere; counts only while nothing else is wanted. */
    void select(UUID of, String name) {
        if (!of.equals(object)) {
            object = of;
            objectName = name;
            if (bar.onlySelected()) {
                reload();
            }
        }
    }

    private void reload() {
        say(bar.onlySelected() ? object == null ? messages.get("select.hint") : messages.get("of", objectName) : "");
        model.show(bar.text(), bar.author(), bar.onlySelected() ? object : null);
    }

    private void say(String text) {
        subject.setText(text.replace("&", "&&"));
        show(subject, !text.isEmpty());
    }

    private void show(org.eclipse.swt.widgets.Control child, boolean visible) {
        ((GridData) child.getLayoutData()).exclude = !visible;
        child.setVisible(visible);
        control.layout();
    }

    /** The last page scrolls on by itself. */
    private void scrolled() {
        ScrollBar scroll = viewer.getTree().getVerticalBar();
        if (scroll.getSelection() + scroll.getThumb() >= scroll.getMaximum()) {
            model.more();
        }
    }

    private List<ActivityRow> rows() {
        return model.entries().stream().<ActivityRow>map(ActivityRow.Entry::new).toList();
    }

    @Override
    public void replaced() {
        if (!control.isDisposed()) {
            viewer.setInput(rows());
            if (model.entries().isEmpty()) {
                say(bar.isFiltering() ? messages.get("none.filtered") : messages.get("none"));
            }
            after();
        }
    }

    /** Whoever looks at the newest goes on doing so; elsewhere not a line moves. */
    @Override
    public void prepended(int count) {
        if (!control.isDisposed()) {
            Tree tree = viewer.getTree();
            TreeItem top = tree.getItemCount() == 0 ? null : tree.getTopItem();
            boolean atTop = top == null || top == tree.getItem(0);
            List<ActivityRow> rows = rows();
            tree.setRedraw(false);
            for (int i = count - 1; i >= 0; i--) {
                viewer.insert(viewer.getInput(), rows.get(i), 0);
            }
            tree.setTopItem(atTop ? tree.getItem(0) : top);
            tree.setRedraw(true);
            if (count == rows.size()) {
                reload();
            }
            after();
        }
    }

    @Override
    public void appended(int count) {
        if (!control.isDisposed()) {
            List<ActivityRow> rows = rows();
            viewer.add(viewer.getInput(), rows.subList(rows.size() - count, rows.size()).toArray());
            after();
        }
    }

    private void after() {
        show(more, model.hasMore());
        bar.members(model.entries().stream().map(RevisionSummary::author).toList());
    }

    @Override
    public void failed(Throwable failure) {
        if (!control.isDisposed()) {
            say(messages.get("failed"));
        }
    }

    private void refreshLabels() {
        unread = session.team().unread();
        bar.setUnread(!unread.isEmpty());
        for (ActivityRow row : rows()) {
            viewer.update(row, null);
        }
    }

    @Override
    public void unreadChanged() {
        labels.signal();
    }

    @Override
    public void syncStateChanged(SyncState state) {
        model.advanced();
    }

    void focus() {
        viewer.getTree().setFocus();
    }
}
