package org.hubmark.ui.briefing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingTexts;
import org.hubmark.core.text.Segment;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Rights;
import org.hubmark.ui.Selections;
import org.hubmark.ui.model.Names;
import org.hubmark.ui.reading.ReadingCanvas;
import org.hubmark.ui.reading.ReadingView;
import org.hubmark.ui.reading.ReadingViewListener;

/**
 * The inside of the briefing editor for one session: the text, its marks, and the bars that ask for codes and find
 * words. It lives as long as its control. Display thread.
 */
final class BriefingPage implements SessionListener, ReadingViewListener {

    private final Session session;
    private final Selections selections;
    private final Composite control;
    private final ReadingView view;
    private final Names names = Names.ofUser();
    private final QuickBar bar;
    private final FindBar find;
    private final Messages messages = Messages.of(BriefingPage.class);
    private final Coalescer refresh;
    private BriefingDocument document;
    private ReadingText text;
    private boolean gone;
    private UUID wanted;

    BriefingPage(Composite parent, Session session, Selections selections) {
        this.session = session;
        this.selections = selections;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        view = new ReadingCanvas(control);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(view.control());
        bar = new QuickBar(control, names, () -> view.control().setFocus());
        find = new FindBar(control, view, () -> gone ? Optional.empty() : Optional.ofNullable(text));
        refresh = new Coalescer(control, this::showMarks);
        view.showHint(messages.get("page.loading"));
        view.addListener(this);
        session.addListener(this);
        control.addDisposeListener(e -> dispose());
    }

    Composite control() {
        return control;
    }

    ReadingView view() {
        return view;
    }

    QuickBar bar() {
        return bar;
    }

    FindBar find() {
        return find;
    }

    Session session() {
        return session;
    }

    Names names() {
        return names;
    }

    /** The document, once it is loaded. */
    Optional<BriefingDocument> document() {
        return Optional.ofNullable(document);
    }

    /** Whether passages of the document may be marked and changed. */
    boolean mayEdit() {
        return document != null && Rights.mayEdit(session);
    }

    Optional<PassageActions> actions() {
        return document().map(d -> new PassageActions(session, d));
    }

    /** Starts to load the edition; it is shown when it is there. */
    void load(UUID edition) {
        session.openBriefing(edition).whenComplete((loaded, failure) -> {
            if (failure != null) {
                failed(failure);
            } else if (control.isDisposed()) {
                loaded.close();
            } else {
                read(loaded);
            }
        });
    }

    private void read(BriefingDocument loaded) {
        document = loaded;
        String text = loaded.text();
        String mediaType = loaded.edition().mediaType();
        var parts = List.copyOf(loaded.parts());
        CompletableFuture.supplyAsync(() -> ReadingTexts.of(text, mediaType, parts))
                .whenComplete((reading, failure) -> control.getDisplay().asyncExec(() -> show(reading, failure)));
    }

    private void show(ReadingText reading, Throwable failure) {
        if (failure != null) {
            failed(failure);
        } else if (!control.isDisposed()) {
            text = reading;
            showText();
            document.addListener(refresh::signal);
            showMarks();
        }
    }

    private void showText() {
        String language = Optional.ofNullable(document.briefing()).map(Briefing::language).orElse("");
        view.show(text, language);
    }

    private void failed(Throwable failure) {
        if (!control.isDisposed()) {
            view.showHint(messages.get("page.failed"));
        }
        Errors.show(messages.get("page.failed"), failure);
    }

    /** A briefing may go while it is open, and come back: its import can be undone, by colleagues too. */
    private boolean isGone() {
        boolean now = session.edition(document.edition().id()) == null;
        if (now && !gone) {
            view.showHint(messages.get("page.gone"));
        } else if (gone && !now) {
            showText();
        }
        gone = now;
        return gone;
    }

    private void showMarks() {
        if (text == null || isGone()) {
            return;
        }
        view.marks(new Marks(session, names).of(document));
        if (wanted != null && document.passage(wanted) != null) {
            view.revealMark(wanted);
            wanted = null;
        }
        select(view.focusedMark());
    }

    /** Jumps to a passage, or to that of a piece of evidence, once the text is there. Other objects are ignored. */
    void reveal(UUID object) {
        if (document == null) {
            wanted = object;
        } else {
            document.passages().stream().map(Passage::id).filter(p -> shows(p, object)).findFirst().ifPresent(p -> {
                wanted = p;
                refresh.signal();
            });
        }
    }

    private boolean shows(UUID passage, UUID object) {
        return passage.equals(object) || document.evidence(passage).stream().anyMatch(e -> e.id().equals(object));
    }

    /** What a command acts on: the selected text, or else the passage that has the attention; may be empty. */
    List<Segment> target() {
        List<Segment> selected = view.selection();
        return selected.isEmpty() ? focused().map(p -> p.anchor().segments()).orElse(List.of()) : selected;
    }

    /** The passage that has the attention, or the one that is exactly selected. */
    Optional<Passage> focused() {
        if (document == null) {
            return Optional.empty();
        }
        return view.focusedMark().map(document::passage)
                .or(() -> actions().flatMap(a -> a.passageOn(view.selection())));
    }

    @Override
    public void markActivated(UUID mark) {
        select(Optional.of(mark));
    }

    private void select(Optional<UUID> passage) {
        selections.setSelection(passage.filter(p -> document.passage(p) != null)
                .map(p -> new StructuredSelection(new PassageSelection(document, p)))
                        .orElse(StructuredSelection.EMPTY));
    }

    @Override
    public void changed(Set<UUID> objects) {
        if (document != null) {
            refresh.signal();
        }
    }

    private void dispose() {
        session.removeListener(this);
        if (document != null) {
            document.close();
        }
    }
}
