package org.hubmark.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Whether things may move by themselves: the preference {@code org.hubmark.ui/animations}, which the user sets in
 * {@link AppearancePage}; until then {@code plugin_customization.ini} decides, or else they may. Any thread.
 */
public final class Animations {

    private static final String NODE = "org.hubmark.ui";
    private static final String KEY = "animations";

    private Animations() {
    }

    /** False where there is no platform. */
    public static boolean areWanted() {
        return Platform.isRunning() && Platform.getPreferencesService().getBoolean(NODE, KEY, true, null);
    }

    /** From now on, and in later runs with this workspace. */
    static void want(boolean wanted) throws BackingStoreException {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
        preferences.putBoolean(KEY, wanted);
        preferences.flush();
    }
}
