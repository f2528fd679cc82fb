package org.hubmark.ui.comment;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hubmark.core.briefing.Comment;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.store.Member;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Reveal;
import org.hubmark.ui.comment.CommentCards.Action;

/**
 * The inside of the Comments view for one session: the threads on the selected object, or all open ones of the project,
 * and a field to write in. What is being written stays when the selection goes elsewhere. Display thread.
 */
final class CommentsPage implements SessionListener {

    private static final int WIDTH = 80;

    private final Session session;
    private final CommentThreads threads;
    private final Composite control;
    private final Label subject;
    private final Button all;
    private final CommentCards cards;
    private final CommentEntry entry;
    private final Coalescer refresh;
    private final BooleanSupplier visible;
    private final Messages messages = Messages.of(CommentsPage.class);
    private UUID about;

    /** @param visible whether the user can see the view now */
    CommentsPage(Composite parent, Session session, BooleanSupplier visible) {
        this.session = session;
        this.visible = visible;
        threads = new CommentThreads(session);
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 2).extendedMargins(0, 4, 0, 0).applyTo(control);
        subject = new Label(control, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(6, 2)
                .hint(WIDTH, SWT.DEFAULT).applyTo(subject);
        all = new Button(control, SWT.CHECK);
        all.setText(messages.get("comments.all"));
        all.addListener(SWT.Selection, e -> refresh());
        cards = new CommentCards(control, threads, this::perform);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(cards.control());
        entry = new CommentEntry(control, this::askMembers);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(entry.control());
        refresh = new Coalescer(control, this::refresh);
        session.addListener(this);
        control.addDisposeListener(e -> session.removeListener(this));
        askMembers();
        writeNew();
        refresh();
    }

    /** Anew each time somebody begins to write: there may be more by then. */
    private void askMembers() {
        session.team().members().thenAccept(found -> session.executor().execute(() -> members(found)));
    }

    private void members(List<Member> found) {
        if (!control.isDisposed()) {
            threads.members(found);
            String self = session.team().self().account();
            entry.members(found.stream().filter(member -> !member.account().equals(self)).toList());
        }
    }

    Composite control() {
        return control;
    }

    CommentEntry entry() {
        return entry;
    }

    /** The first comments of the threads shown now. */
    List<Comment> shown() {
        return all.getSelection() || about == null ? threads.open() : threads.on(about);
    }

    /** Follows the selection, unless something is being written. */
    void follow(UUID object) {
        if (!Objects.equals(about, object) && !entry.isDirty()) {
            select(object);
        }
    }

    /** Lets the user write a comment on an object. */
    void write(UUID object) {
        all.setSelection(false);
        select(object);
        entry.focus();
    }

    private void select(UUID object) {
        about = object;
        writeNew();
        refresh.signal();
    }

    private void writeNew() {
        UUID on = about;
        entry.write(on == null ? messages.get("entry.nothing") : messages.get("entry.new"), "",
                text -> threads.add(on, text), this::writeNew);
        entry.setPossible(on != null && threads.mayWrite());
    }

    private void perform(Action action, Comment comment) {
        switch (action) {
            case REPLY -> {
                entry.setPossible(true);
                entry.write(messages.get("entry.reply", comment.author()), "", text -> threads.add(comment.id(), text),
                        this::writeNew);
                entry.focus();
            }
            case EDIT -> {
                entry.setPossible(true);
                entry.write(messages.get("entry.edit"), comment.text(), text -> threads.edit(comment, text),
                        this::writeNew);
                entry.focus();
            }
            case DELETE -> threads.delete(comment);
            case RESOLVE -> threads.resolve(comment);
            case REOPEN -> threads.reopen(comment);
            case UNFOLD -> {
                threads.unfold(comment);
                refresh.signal();
            }
            case JUMP -> new Reveal(session).open(comment.about());
        }
    }

    /** Not while something is pressed: the links that are being used would go. */
    private void refresh() {
        boolean everything = all.getSelection() || about == null;
        String name = about == null ? "" : name(about);
        subject.setText((everything ? messages.get("comments.open", threads.open().size())
                : messages.get("comments.on", name)).replace("&", "&&"));
        List<Comment> heads = shown();
        cards.show(heads, messages.get(everything ? "comments.none" : "comments.none.here"),
                everything ? head -> name(head.about()) : null);
        entry.setPossible((about != null || entry.isDirty()) && threads.mayWrite());
        control.layout();
        markSeen(heads);
    }

    /** What the user has before the eyes is not new any more. */
    void markSeen() {
        markSeen(shown());
    }

    private void markSeen(List<Comment> heads) {
        if (visible.getAsBoolean()) {
            session.team().markSeen(heads.stream().filter(h -> !threads.isFolded(h))
                    .flatMap(h -> Stream.concat(Stream.of(h), threads.replies(h).stream())).map(Comment::id).toList());
        }
    }

    private String name(UUID object) {
        return new ObjectNames(session::state).of(object);
    }

    @Override
    public void changed(Set<UUID> objects) {
        refresh.signal();
    }

    @Override
    public void roleChanged() {
        refresh.signal();
    }
}
