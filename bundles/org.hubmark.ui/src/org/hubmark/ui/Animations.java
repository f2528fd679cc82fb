package org.hubmark.ui;

import org.eclipse.core.runtime.Platform;

/**
 * Whether things may move by themselves: the preference {@code org.hubmark.ui/animations}, which
 * {@code plugin_customization.ini} or the workspace can turn off. Any thread.
 */
public final class Animations {

    private Animations() {
    }

    /** False where there is no platform. */
    public static boolean areWanted() {
        return Platform.isRunning()
                && Platform.getPreferencesService().getBoolean("org.hubmark.ui", "animations", true, null);
    }
}
