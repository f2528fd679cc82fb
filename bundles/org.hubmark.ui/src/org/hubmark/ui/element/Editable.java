package org.hubmark.ui.element;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/**
 * Lets a form be read only: texts can still be selected and copied, links still followed. Display thread.
 *
 * @param form what is in it is a way to edit if it is a text, a list or a button, or says so by {@link #mark}
 */
record Editable(Composite form) {

    private static final String MARK = Editable.class.getName();

    /** Another control by which something can be changed. */
    static void mark(Control control) {
        control.setData(MARK, true);
    }

    void set(boolean editable) {
        set(form, editable);
    }

    private static void set(Composite parent, boolean editable) {
        for (Control child : parent.getChildren()) {
            switch (child) {
                case Text text -> text.setEditable(editable);
                case Combo combo -> combo.setEnabled(editable);
                case Button button -> button.setEnabled(editable);
                case Control other when other.getData(MARK) != null -> other.setVisible(editable);
                case Composite composite -> set(composite, editable);
                default -> {
                    continue;
                }
            }
        }
    }
}
