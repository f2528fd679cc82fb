package org.hubmark.ui.briefing;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.PlainDialog;

/** Edits the memo of a passage in a native field, so that every input method works. */
final class MemoDialog extends PlainDialog {

    private final String quote;
    private String memo;
    private Text text;

    MemoDialog(Shell parent, String quote, String memo) {
        super(parent, Messages.of(MemoDialog.class).get("memo.title"));
        this.quote = quote;
        this.memo = memo == null ? "" : memo;
    }

    /** What was written. */
    String memo() {
        return memo;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(convertWidthInCharsToPixels(80), convertHeightInCharsToPixels(20));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(quote.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT)
                .applyTo(label);
        text = new Text(area, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        text.setText(memo);
        text.setFocus();
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        return area;
    }

    @Override
    protected void okPressed() {
        memo = text.getText();
        super.okPressed();
    }
}
