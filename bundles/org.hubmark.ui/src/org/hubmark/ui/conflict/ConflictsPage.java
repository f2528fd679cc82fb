package org.hubmark.ui.conflict;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.conflict.ConflictView.Item;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.DialogSizes;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Selections;

/** The inside of the Conflicts view for one session: the list, and what is selected in it in full. Display thread. */
final class ConflictsPage implements SessionListener {

    private static final String SHOW_DECIDED = "decided";
    private static final String LIST = "list";
    /** Of a thousand, for the list; the rest is for what is selected in it. */
    private static final int LIST_SHARE = 420;
    private static final int WHOLE = 1000;

    private final Session session;
    private final Decisions decisions;
    private final Selections selections;
    private final Composite control;
    private final CLabel summary;
    private final Button showDecided;
    private final TableViewer viewer;
    private final ConflictDetails details;
    private final Button keepMine;
    private final Button keepTheirs;
    private final Button asChosen;
    private final Coalescer refresh;
    private final Consumer<Item> jump;
    private final IntConsumer counted;
    private final IDialogSettings settings = DialogSizes.of(ConflictsPage.class);
    private final Messages messages = Messages.of(ConflictsPage.class);
    private ConflictView shown;

    /** @param jump goes to what an item is about @param counted hears how many are open */
    ConflictsPage(Composite parent, Session session, Selections selections, Consumer<Item> jump, IntConsumer counted) {
        this.session = session;
        this.selections = selections;
        this.jump = jump;
        this.counted = counted;
        decisions = new Decisions(session);
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 2).applyTo(control);
        summary = new CLabel(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        showDecided = new Button(control, SWT.CHECK);
        showDecided.setText(messages.get("conflicts.decided"));
        showDecided.setSelection(settings != null && settings.getBoolean(SHOW_DECIDED));
        showDecided.addListener(SWT.Selection, e -> refresh());
        SashForm sash = new SashForm(control, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(sash);
        Composite holder = new Composite(sash, SWT.NONE);
        viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        new ConflictColumns(decisions).create(viewer, holder);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        Composite right = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(right);
        details = new ConflictDetails(right, decisions, jump, this::enable);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(details.control());
        Composite buttons = new Composite(right, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(5, 2).applyTo(buttons);
        keepMine = button(buttons, decisions::keepMine);
        keepTheirs = button(buttons, decisions::keepTheirs);
        asChosen = button(buttons, c -> decisions.choose(c, details.chosenMine()));
        asChosen.setText(messages.get("conflicts.chosen"));
        remember(sash);
        refresh = new Coalescer(control, this::refresh);
        viewer.addSelectionChangedListener(e -> select());
        viewer.addOpenListener(e -> open());
        session.addListener(this);
        control.addDisposeListener(e -> session.removeListener(this));
        refresh();
    }

    private void remember(SashForm sash) {
        int list = settings == null || settings.get(LIST) == null ? LIST_SHARE : settings.getInt(LIST);
        sash.setWeights(list, Math.max(1, WHOLE - list));
        sash.addDisposeListener(e -> {
            if (settings != null) {
                int[] weights = sash.getWeights();
                settings.put(LIST, WHOLE * weights[0] / Math.max(1, weights[0] + weights[1]));
                settings.put(SHOW_DECIDED, showDecided.getSelection());
            }
        });
    }

    private Button button(Composite parent, Function<ConflictView, CompletableFuture<Void>> decide) {
        Button button = new Button(parent, SWT.PUSH);
        button.addListener(SWT.Selection, e -> decide(decide));
        return button;
    }

    Composite control() {
        return control;
    }

    TableViewer viewer() {
        return viewer;
    }

    /** The conflicts listed now, in their order. */
    @SuppressWarnings("unchecked")
    List<ConflictView> listed() {
        return (List<ConflictView>) viewer.getInput();
    }

    /** Selects a conflict and shows it in full. */
    void reveal(UUID conflict) {
        refresh();
        listed().stream().filter(c -> c.id().equals(conflict)).findFirst()
                .ifPresent(c -> viewer.setSelection(new StructuredSelection(c), true));
    }

    /** Decides what is selected; it stays listed until the session says that it is decided. */
    private void decide(Function<ConflictView, CompletableFuture<Void>> decide) {
        ConflictView conflict = shown;
        List<Button> buttons = List.of(keepMine, keepTheirs, asChosen);
        buttons.forEach(b -> b.setEnabled(false));
        decide.apply(conflict).whenComplete((done, failure) -> session.executor().execute(() -> {
            if (failure != null) {
                Errors.refused(messages.get("conflicts.failed", reason(failure)));
            }
            refresh.signal();
        }));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private void refresh() {
        UUID selected = shown == null ? null : shown.id();
        List<ConflictView> listed = decisions.listed(showDecided.getSelection());
        int open = decisions.open();
        summary.setText(open == 0 ? messages.get("conflicts.none") : messages.get("conflicts.open", open));
        viewer.setInput(listed);
        ConflictView again = listed.stream().filter(c -> c.id().equals(selected)).findFirst()
                .orElse(listed.isEmpty() ? null : listed.getFirst());
        viewer.setSelection(again == null ? StructuredSelection.EMPTY : new StructuredSelection(again));
        select();
        counted.accept(open);
    }

    private void select() {
        ConflictView now = (ConflictView) viewer.getStructuredSelection().getFirstElement();
        if (now == null || !now.equals(shown)) {
            shown = now;
            details.show(now);
        }
        boolean own = now == null || decisions.isOwn(now);
        keepMine.setText(own ? messages.get("conflicts.mine") : messages.get("conflicts.author", now.author()));
        keepTheirs.setText(messages.get("conflicts.theirs"));
        keepMine.getParent().layout();
        enable();
        selections.setSelection(now == null ? StructuredSelection.EMPTY : new StructuredSelection(now));
    }

    private void enable() {
        boolean possible = shown != null && shown.isOpen() && decisions.areAllowed();
        keepMine.setEnabled(possible);
        keepTheirs.setEnabled(possible);
        asChosen.setEnabled(possible && details.isComplete());
    }

    /** Whether what the selected conflict is about is still there. */
    boolean canOpen() {
        return shown != null && shown.items().stream().anyMatch(Item::living);
    }

    /** Jumps to the first thing that the selected conflict is about. */
    void open() {
        if (canOpen()) {
            shown.items().stream().filter(Item::living).findFirst().ifPresent(jump);
        }
    }

    @Override
    public void conflictsChanged() {
        refresh.signal();
    }

    @Override
    public void changed(Set<UUID> objects) {
        // names in the open conflicts may be others now
        refresh.signal();
    }

    @Override
    public void roleChanged() {
        refresh.signal();
    }
}
