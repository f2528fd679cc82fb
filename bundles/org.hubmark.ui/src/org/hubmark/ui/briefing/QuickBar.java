package org.hubmark.ui.briefing;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.model.Choice;
import org.hubmark.ui.model.Choices;
import org.hubmark.ui.model.Names;

/**
 * Picks a code or an element by a few letters: a field with a list, docked in the editor because pop-ups can't be
 * placed everywhere (Wayland). Hidden until it is asked. Display thread.
 */
final class QuickBar {

    private static final int SHOWN = 60;
    private static final int LINES = 8;
    /** Room for the frame of the list, so that its last line is not cut. */
    private static final int MARGIN = 4;

    private final Composite bar;
    private final Label prompt;
    private final Text text;
    private final TableViewer list;
    private final Runnable afterwards;
    private Choices choices;
    private Consumer<Choice> picked;

    /** @param afterwards called when the bar has closed, picked or not */
    QuickBar(Composite parent, Names names, Runnable afterwards) {
        this.afterwards = afterwards;
        bar = new Composite(parent, SWT.BORDER);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        bar.setVisible(false);
        prompt = new Label(bar, SWT.NONE);
        text = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        list = new TableViewer(bar, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
                .hint(SWT.DEFAULT, list.getTable().getItemHeight() * LINES + MARGIN).applyTo(list.getTable());
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new ChoiceLabels(names));
        text.setMessage(Messages.of(QuickBar.class).get("quick.hint"));
        text.addModifyListener(e -> filter());
        text.addKeyListener(KeyListener.keyPressedAdapter(this::keyPressed));
        text.addListener(SWT.DefaultSelection, e -> pick());
        list.addDoubleClickListener(e -> pick());
    }

    /** Asks; {@code typed} is what the field starts with. */
    void ask(String question, Choices among, String typed, Consumer<Choice> then) {
        choices = among;
        picked = then;
        prompt.setText(question);
        show(true);
        text.setText(typed);
        text.setSelection(typed.length());
        filter();
        text.setFocus();
    }

    boolean isOpen() {
        return bar.getVisible();
    }

    private void filter() {
        if (choices == null) {
            return;
        }
        List<Choice> found = choices.matching(text.getText(), SHOWN);
        list.setInput(found);
        if (!found.isEmpty()) {
            list.setSelection(new StructuredSelection(found.getFirst()), true);
        }
    }

    private void keyPressed(KeyEvent e) {
        switch (e.keyCode) {
            case SWT.ARROW_DOWN -> move(e, 1);
            case SWT.ARROW_UP -> move(e, -1);
            case SWT.ESC -> close();
            default -> e.doit = true;
        }
    }

    private void move(KeyEvent e, int by) {
        e.doit = false;
        int count = list.getTable().getItemCount();
        int index = Math.clamp(list.getTable().getSelectionIndex() + by, 0, Math.max(0, count - 1));
        if (count > 0) {
            list.setSelection(new StructuredSelection(list.getElementAt(index)), true);
        }
    }

    private void pick() {
        if (list.getStructuredSelection().getFirstElement() instanceof Choice choice) {
            Consumer<Choice> then = picked;
            close();
            then.accept(choice);
        }
    }

    private void close() {
        choices = null;
        picked = null;
        show(false);
        afterwards.run();
    }

    private void show(boolean visible) {
        bar.setVisible(visible);
        ((GridData) bar.getLayoutData()).exclude = !visible;
        bar.getParent().layout(true, true);
    }

    private static final class ChoiceLabels extends LabelProvider {

        private final Names names;

        ChoiceLabels(Names names) {
            this.names = names;
        }

        @Override
        public String getText(Object object) {
            return names.of((Choice) object);
        }
    }
}
