package org.hubmark.ui.team;

import java.security.SecureRandom;
import java.util.Arrays;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;

/** Fields for a new password: typed twice, or suggested and shown, for somebody has to be told it. Display thread. */
final class PasswordFields {

    private static final char HIDDEN = '\u2022';
    private static final char SHOWN = '\0';

    private final Messages messages = Messages.of(PasswordFields.class);
    private final PasswordSuggestion suggestion = new PasswordSuggestion(new SecureRandom());
    private final Runnable changed;
    private final Text first;
    private final Text second;
    private final Button show;

    /** In a parent of two columns. */
    PasswordFields(Composite parent, Runnable changed) {
        this.changed = changed;
        first = field(parent, messages.get("password.new"));
        second = field(parent, messages.get("password.again"));
        new Label(parent, SWT.NONE);
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        Button suggest = new Button(row, SWT.PUSH);
        suggest.setText(messages.get("password.suggest"));
        suggest.addListener(SWT.Selection, e -> suggest());
        show = new Button(row, SWT.CHECK);
        show.setText(messages.get("password.show"));
        show.addListener(SWT.Selection, e -> show());
    }

    private Text field(Composite parent, String label) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER | SWT.PASSWORD);
        text.addModifyListener(e -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    private void suggest() {
        char[] suggested = suggestion.make();
        show.setSelection(true);
        show();
        first.setTextChars(suggested);
        second.setTextChars(suggested);
        first.setFocus();
        first.selectAll();
    }

    private void show() {
        char echo = show.getSelection() ? SHOWN : HIDDEN;
        first.setEchoChar(echo);
        second.setEchoChar(echo);
    }

    void setFocus() {
        first.setFocus();
    }

    /** A copy. */
    char[] password() {
        return first.getTextChars();
    }

    boolean isComplete() {
        return first.getCharCount() > 0 && Arrays.equals(first.getTextChars(), second.getTextChars());
    }

    /** What is wrong, for the user; null if nothing is, or it is not typed twice yet. */
    String problem() {
        char[] one = first.getTextChars();
        char[] two = second.getTextChars();
        boolean begun = two.length < one.length && Arrays.equals(two, Arrays.copyOf(one, two.length));
        return Arrays.equals(one, two) || begun ? null : messages.get("password.different");
    }
}
