package org.hubmark.ui;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Where dialogs keep their sizes between two openings. Display thread. */
public final class DialogSizes {

    private DialogSizes() {
    }

    /** For {@code getDialogBoundsSettings}; null, which keeps nothing, where there is no platform. */
    public static IDialogSettings of(Class<?> dialog) {
        Bundle bundle = FrameworkUtil.getBundle(DialogSizes.class);
        return bundle == null ? null : DialogSettings.getOrCreateSection(
                PlatformUI.getDialogSettingsProvider(bundle).getDialogSettings(), dialog.getSimpleName());
    }
}
