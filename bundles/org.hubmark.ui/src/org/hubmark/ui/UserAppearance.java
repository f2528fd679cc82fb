package org.hubmark.ui;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.handlers.RadioState;
import org.hubmark.core.nls.Messages;
import org.osgi.service.prefs.BackingStoreException;

/** The appearance of the running workbench. */
final class UserAppearance implements Appearance {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    @Override
    public boolean isAnimated() {
        return Animations.areWanted();
    }

    @Override
    public void animate(boolean wanted) {
        try {
            Animations.want(wanted);
        } catch (BackingStoreException e) {
            Errors.show(Messages.of(UserAppearance.class).get("appearance.notKept"), e);
        }
    }

    @Override
    public boolean isDark() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme().getId().equals(DARK);
    }

    /** By the command of the View menu, so that it shows the same there. */
    @Override
    public void darken(boolean dark) {
        Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(Parts.THEME);
        ParameterizedCommand theme = ParameterizedCommand.generateCommand(command,
                Map.of(RadioState.PARAMETER_ID, dark ? DARK : LIGHT));
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(theme, null);
        } catch (CommandException e) {
            Errors.show(Messages.of(UserAppearance.class).get("appearance.theme.failed"), e);
        }
    }
}
