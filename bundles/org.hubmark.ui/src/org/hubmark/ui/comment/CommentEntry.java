package org.hubmark.ui.comment;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Member;

/**
 * Where a comment is written: a native field, so that every input method works; below it the members that {@code @} may
 * mean. Ctrl+Enter sends. Display thread.
 */
final class CommentEntry {

    private static final int LINES = 3;

    private final Composite control;
    private final Label purpose;
    private final Text text;
    private final org.eclipse.swt.widgets.List proposals;
    private final Button send;
    private final Button cancel;
    private final Messages messages = Messages.of(CommentEntry.class);
    private List<Member> members = List.of();
    private List<Member> proposed = List.of();
    private Consumer<String> use = written -> { };
    private Runnable whenDone = () -> { };

    /** @param begin called when the user comes here to write */
    CommentEntry(Composite parent, Runnable begin) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 4).spacing(4, 2).applyTo(control);
        purpose = wrapped();
        text = new Text(control, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(10, text.getLineHeight() * LINES)
                .applyTo(text);
        text.addModifyListener(e -> modified());
        text.addListener(SWT.KeyDown, this::key);
        text.addListener(SWT.FocusIn, e -> begin.run());
        proposals = new org.eclipse.swt.widgets.List(control, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(true).applyTo(proposals);
        proposals.addListener(SWT.MouseUp, e -> pick());
        proposals.setVisible(false);
        wrapped().setText(messages.get("entry.hint"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Label(control, SWT.NONE));
        cancel = button(messages.get("entry.cancel"), this::cancel);
        send = button(messages.get("entry.send"), this::send);
    }

    private Label wrapped() {
        Label label = new Label(control, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(10, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Button button(String label, Runnable action) {
        Button button = new Button(control, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    /** @param others whom a mention may mean */
    void members(List<Member> others) {
        members = others;
        modified();
    }

    /**
     * Lets the user write.
     *
     * @param what it will be, as a label
     * @param before the text to begin with
     * @param written gets the text when the user is done
     * @param done is called after that, and when the user gave up
     */
    void write(String what, String before, Consumer<String> written, Runnable done) {
        purpose.setText(what.replace("&", "&&"));
        control.requestLayout();
        use = written;
        whenDone = done;
        if (!before.isEmpty()) {
            text.setText(before);
            text.setSelection(before.length());
        }
        modified();
    }

    void setPossible(boolean possible) {
        text.setEnabled(possible);
        modified();
    }

    void focus() {
        text.setFocus();
    }

    /** Whether something is written that was not sent. */
    boolean isDirty() {
        return !text.getText().isBlank();
    }

    private void modified() {
        send.setEnabled(isDirty() && text.getEnabled());
        cancel.setEnabled(isDirty());
        MentionCompletion mention = MentionCompletion.of(text.getText(), text.getCaretPosition());
        propose(mention == null ? List.of() : mention.among(members));
    }

    private void propose(List<Member> some) {
        if (!some.equals(proposed)) {
            proposed = some;
            proposals.setItems(some.stream().map(m -> messages.get("entry.member", m.name(), m.login()))
                    .toArray(String[]::new));
            proposals.select(0);
            proposals.setVisible(!some.isEmpty());
            ((GridData) proposals.getLayoutData()).exclude = some.isEmpty();
            control.getParent().layout(true, true);
        }
    }

    private void key(Event e) {
        boolean enter = e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR;
        if (enter && (e.stateMask & SWT.MOD1) != 0) {
            e.doit = false;
            send();
        } else if (!proposed.isEmpty()) {
            e.doit = !choose(e, enter);
        } else if (e.keyCode == SWT.ESC) {
            cancel();
        }
    }

    /** Keys of the list, while the caret stays in the text. */
    private boolean choose(Event e, boolean enter) {
        int selected = proposals.getSelectionIndex();
        switch (e.keyCode) {
            case SWT.ARROW_DOWN -> proposals.select(Math.min(selected + 1, proposed.size() - 1));
            case SWT.ARROW_UP -> proposals.select(Math.max(selected - 1, 0));
            case SWT.ESC -> propose(List.of());
            default -> {
                if (!enter && e.keyCode != SWT.TAB) {
                    return false;
                }
                pick();
            }
        }
        return true;
    }

    private void pick() {
        MentionCompletion mention = MentionCompletion.of(text.getText(), text.getCaretPosition());
        int index = proposals.getSelectionIndex();
        if (mention != null && index >= 0 && index < proposed.size()) {
            Member member = proposed.get(index);
            text.setText(mention.with(member));
            text.setSelection(mention.caretAfter(member));
            text.setFocus();
        }
    }

    private void send() {
        if (send.isEnabled()) {
            String written = text.getText();
            text.setText("");
            use.accept(written);
            whenDone.run();
        }
    }

    private void cancel() {
        text.setText("");
        whenDone.run();
    }

    Composite control() {
        return control;
    }

    /** What is written now. */
    String text() {
        return text.getText();
    }
}
