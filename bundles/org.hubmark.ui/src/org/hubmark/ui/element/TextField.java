package org.hubmark.ui.element;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.hubmark.ui.model.FeatureEdit;

/**
 * A native text field for a text, or for a set of texts separated by semicolons. Enter or leaving the field apply it.
 */
final class TextField implements FormField {

    private static final String SEPARATOR = "; ";
    private static final int LINES = 4;

    private final Supplier<String> read;
    private final Consumer<String> write;
    private Text text;
    private String shown = "";

    private TextField(Supplier<String> read, Consumer<String> write) {
        this.read = read;
        this.write = write;
    }

    static TextField of(FeatureEdit edit, EAttribute attribute) {
        return new TextField(() -> Objects.toString(edit.object().eGet(attribute), ""), text ->
                edit.set(attribute, text));
    }

    @SuppressWarnings("unchecked")
    static TextField ofList(FeatureEdit edit, EAttribute attribute) {
        Supplier<List<String>> list = () -> (List<String>) edit.object().eGet(attribute);
        return new TextField(() -> String.join(SEPARATOR, list.get()), text -> {
            List<String> now = Arrays.stream(text.split("[;；]")).map(String::strip).filter(t -> !t.isEmpty()).toList();
            edit.replace(attribute, now);
        });
    }

    TextField create(FormToolkit toolkit, Composite parent, int style) {
        text = toolkit.createText(parent, "", style | SWT.BORDER);
        boolean multi = (style & SWT.MULTI) != 0;
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
                .hint(SWT.DEFAULT, multi ? text.getLineHeight() * LINES : SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.FocusOut, e -> apply());
        text.addListener(SWT.DefaultSelection, e -> apply());
        text.addKeyListener(KeyListener.keyPressedAdapter(e -> {
            if (e.keyCode == SWT.ESC) {
                text.setText(shown);
            }
        }));
        return this;
    }

    private void apply() {
        if (!text.getText().equals(shown)) {
            shown = text.getText();
            write.accept(shown.strip());
        }
    }

    @Override
    public void refresh() {
        boolean edited = text.isFocusControl() && !text.getText().equals(shown);
        String now = read.get();
        if (!edited && !now.equals(text.getText())) {
            shown = now;
            text.setText(now);
        }
    }
}
