package org.hubmark.ui.model;

import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.PlainDialog;

/** Asks for one code or element by a part of its name. Changes nothing itself. */
public final class ChoiceDialog extends PlainDialog {

    private static final int SHOWN = 200;
    private static final int LINES = 14;
    private static final int WIDTH_IN_CHARS = 60;

    private final Choices choices;
    private final Names names;
    private Text filter;
    private TableViewer list;
    private Choice chosen;

    public ChoiceDialog(Shell parent, String title, Choices choices, Names names) {
        super(parent, title);
        this.names = names;
        this.choices = choices;
    }

    /** What was chosen, after OK. */
    public Choice chosen() {
        return chosen;
    }

    @Override
    public void create() {
        super.create();
        show();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.of(ChoiceDialog.class).get("choice.hint"));
        filter.addModifyListener(e -> show());
        filter.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                list.getTable().setFocus();
            }
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        list = new TableViewer(area, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(LabelProvider.createTextProvider(c -> names.of((Choice) c)));
        list.addDoubleClickListener(e -> okPressed());
        list.addSelectionChangedListener(e ->
                getButton(IDialogConstants.OK_ID).setEnabled(!e.getSelection().isEmpty()));
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS),
                list.getTable().getItemHeight() * LINES).applyTo(list.getTable());
        return area;
    }

    private void show() {
        List<Choice> found = choices.matching(filter.getText(), SHOWN);
        list.setInput(found);
        list.setSelection(found.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(found.getFirst()),
                true);
    }

    @Override
    protected void okPressed() {
        if (list.getStructuredSelection().getFirstElement() instanceof Choice choice) {
            chosen = choice;
            super.okPressed();
        }
    }
}
