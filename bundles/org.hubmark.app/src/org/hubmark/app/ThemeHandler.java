package org.hubmark.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RadioState;

/** View › Theme: light or dark, at once and from then on. */
public final class ThemeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (!HandlerUtil.matchesRadioState(event)) {
            String theme = event.getParameter(RadioState.PARAMETER_ID);
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, true);
            HandlerUtil.updateRadioState(event.getCommand(), theme);
        }
        return null;
    }
}
