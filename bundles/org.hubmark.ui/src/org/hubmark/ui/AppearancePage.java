package org.hubmark.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.hubmark.core.nls.Messages;

/** Window › Preferences › Appearance. What is chosen counts with OK. Display thread. */
public final class AppearancePage extends PreferencePage implements IWorkbenchPreferencePage {

    private final Appearance appearance;
    private final Messages messages = Messages.of(AppearancePage.class);
    private Button dark;
    private Button animated;

    public AppearancePage() {
        this(new UserAppearance());
    }

    AppearancePage(Appearance appearance) {
        this.appearance = appearance;
        noDefaultAndApplyButton();
    }

    @Override
    public void init(IWorkbench workbench) {
        // needs nothing of it
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(area);
        new Label(area, SWT.NONE).setText(messages.get("appearance.theme"));
        Button light = button(area, SWT.RADIO, "appearance.light");
        dark = button(area, SWT.RADIO, "appearance.dark");
        dark.setSelection(appearance.isDark());
        light.setSelection(!dark.getSelection());
        animated = button(area, SWT.CHECK, "appearance.animated");
        animated.setToolTipText(messages.get("appearance.animated.tip"));
        animated.setSelection(appearance.isAnimated());
        GridDataFactory.fillDefaults().span(3, 1).applyTo(animated);
        return area;
    }

    private Button button(Composite area, int style, String key) {
        Button button = new Button(area, style);
        button.setText(messages.get(key));
        return button;
    }

    @Override
    public boolean performOk() {
        if (animated.getSelection() != appearance.isAnimated()) {
            appearance.animate(animated.getSelection());
        }
        if (dark.getSelection() != appearance.isDark()) {
            appearance.darken(dark.getSelection());
        }
        return true;
    }
}
