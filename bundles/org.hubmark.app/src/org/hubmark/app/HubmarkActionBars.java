package org.hubmark.app;

import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.handlers.IHandlerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions of the platform that the menus of plugin.xml refer to, and what the status line always says. */
final class HubmarkActionBars extends ActionBarAdvisor {

    private static final Logger LOG = LoggerFactory.getLogger(HubmarkActionBars.class);

    private final IWorkbenchWindow window;

    HubmarkActionBars(IActionBarConfigurer configurer) {
        super(configurer);
        window = configurer.getWindowConfigurer().getWindow();
    }

    @Override
    protected void makeActions(IWorkbenchWindow of) {
        register(ActionFactory.QUIT.create(of));
        register(ActionFactory.ABOUT.create(of));
        register(ActionFactory.PREFERENCES.create(of));
        register(ActionFactory.RESET_PERSPECTIVE.create(of));
    }

    private void explainSync() {
        try {
            window.getService(IHandlerService.class).executeCommand("org.hubmark.ui.sync", null);
        } catch (NotEnabledException e) {
            LOG.debug("no project is open: there is nothing to say", e);
        } catch (CommandException e) {
            throw new IllegalStateException("the command is in plugin.xml", e);
        }
    }

    @Override
    protected void fillStatusLine(IStatusLineManager line) {
        line.add(new SyncItem(this::explainSync));    // where there is little room the last ones are cut
        line.add(new MemberItem());
    }
}
