package org.hubmark.ui.comment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.briefing.Comment;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.Times;

/** Shows threads of comments below each other, with links for what can be done. Display thread. */
final class CommentCards {

    private static final int INDENT = 18;
    private static final int WIDTH = 80;
    private static final int GAP = 6;

    /** What a link below a comment does. */
    enum Action {
        REPLY, EDIT, DELETE, RESOLVE, REOPEN, UNFOLD, JUMP
    }

    /** Does it. */
    @FunctionalInterface
    interface Doer {
        void perform(Action action, Comment comment);
    }

    private final CommentThreads threads;
    private final ScrolledComposite scroller;
    private final Doer doer;
    private final Times times = Times.ofUser();
    private final Messages messages = Messages.of(CommentCards.class);
    private Composite content;

    CommentCards(Composite parent, CommentThreads threads, Doer doer) {
        this.threads = threads;
        this.doer = doer;
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.getVerticalBar().setIncrement(INDENT);
        scroller.addListener(SWT.Resize, e -> fit());
    }

    ScrolledComposite control() {
        return scroller;
    }

    /**
     * Shows threads, or a hint if there are none.
     *
     * @param heads their first comments
     * @param subject what a thread is about, for a head of its own; null for none
     */
    void show(List<Comment> heads, String hint, Function<Comment, String> subject) {
        Point place = scroller.getOrigin();
        if (content != null) {
            content.dispose();
        }
        content = new Composite(scroller, SWT.NONE);
        GridLayoutFactory.swtDefaults().spacing(0, 2).applyTo(content);
        if (heads.isEmpty()) {
            wrapped(hint, 0);
        }
        for (Comment head : heads) {
            if (subject != null) {
                links(head, Map.of(Action.JUMP, subject.apply(head)), 0);
            }
            thread(head);
        }
        scroller.setContent(content);
        fit();
        scroller.setOrigin(place);
    }

    private void thread(Comment head) {
        if (threads.isFolded(head)) {
            links(head, Map.of(Action.UNFOLD, messages.get("card.folded", head.author(),
                    threads.replies(head).size() + 1)), 0);
        } else {
            card(head, 0);
            threads.replies(head).forEach(reply -> card(reply, INDENT));
        }
        new Label(content, SWT.SEPARATOR | SWT.HORIZONTAL).setLayoutData(GridDataFactory.fillDefaults()
                .grab(true, false).indent(0, GAP).create());
    }

    private void card(Comment comment, int indent) {
        Label head = wrapped(messages.get(comment.resolved() ? "card.head.resolved" : "card.head", comment.author(),
                times.of(comment.created())), indent);
        head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        Text text = new Text(content, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        text.setText(comment.text() == null ? messages.get("card.deleted") : comment.text());
        text.setBackground(content.getBackground());
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(indent, 0).applyTo(text);
        if (threads.mayWrite()) {
            links(comment, actions(comment, indent == 0), indent);
        }
    }

    private Map<Action, String> actions(Comment comment, boolean first) {
        Map<Action, String> actions = new EnumMap<>(Action.class);
        actions.put(Action.REPLY, messages.get("action.reply"));
        if (threads.isOwn(comment) && comment.text() != null) {
            actions.put(Action.EDIT, messages.get("action.edit"));
            actions.put(Action.DELETE, messages.get("action.delete"));
        }
        if (first) {
            actions.put(comment.resolved() ? Action.REOPEN : Action.RESOLVE,
                    messages.get(comment.resolved() ? "action.reopen" : "action.resolve"));
        }
        return actions;
    }

    private void links(Comment comment, Map<Action, String> actions, int indent) {
        Link link = new Link(content, SWT.WRAP);
        link.setText(actions.entrySet().stream().map(a -> "<a href=\"" + a.getKey() + "\">"
                + a.getValue().replace("&", "&&").replace("<", "‹").replace(">", "›") + "</a>")
                .collect(Collectors.joining("   ")));
        link.addListener(SWT.Selection, e -> doer.perform(Action.valueOf(e.text), comment));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(indent, 0).applyTo(link);
    }

    private Label wrapped(String text, int indent) {
        Label label = new Label(content, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(indent, 0).applyTo(label);
        return label;
    }

    private void fit() {
        if (content != null) {
            scroller.setMinSize(content.computeSize(Math.max(1, scroller.getClientArea().width), SWT.DEFAULT));
        }
    }
}
