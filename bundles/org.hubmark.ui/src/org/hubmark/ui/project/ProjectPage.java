package org.hubmark.ui.project;

import java.util.function.BiFunction;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Parts;

/**
 * The inside of a part: its content once the project is open, "opening…" before that, and why it could not be opened
 * with a way out. The content is made anew for each project. Display thread only.
 */
public final class ProjectPage {

    private final Composite parent;
    private final ProjectService service;
    private final BiFunction<Composite, Session, Control> content;
    private final ProjectListener listener = this::show;
    private final Messages messages = Messages.of(ProjectPage.class);

    /** @param content makes the content; what it holds of the session is let go when its control is disposed */
    public ProjectPage(Composite parent, ProjectService service, BiFunction<Composite, Session, Control> content) {
        this.parent = parent;
        this.service = service;
        this.content = content;
        parent.setLayout(new FillLayout());
        service.addListener(listener);
        parent.addDisposeListener(e -> service.removeListener(listener));
        show(service.state());
    }

    private void show(ProjectState state) {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
        switch (state) {
            case ProjectState.Open(Session session) -> content.apply(parent, session);
            case ProjectState.Opening() -> hint(messages.get("page.opening"));
            case ProjectState.Closed() -> hint(messages.get("page.closed"));
            case ProjectState.Failed failed -> failure(failed);
        }
        parent.layout(true, true);
    }

    private Composite hint(String text) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        return page;
    }

    private void failure(ProjectState.Failed failed) {
        boolean server = service.place() instanceof ServerProject;
        Composite page = hint(messages.get(server ? "page.failed.server" : "page.failed", failed.message()));
        Composite buttons = new Composite(page, SWT.NONE);
        RowLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
        if (failed.password()) {
            button(buttons, messages.get("page.password"), () -> run(Parts.ENTER_PASSWORD));
        }
        button(buttons, messages.get("page.retry"), service::open);
        if (server) {
            button(buttons, messages.get("page.connect"), () -> run(Parts.CONNECT));
        } else {
            button(buttons, messages.get("page.folder"), () -> Program.launch(service.place().folder().toString()));
        }
        button(buttons, messages.get("page.open"), () -> run(Parts.OPEN_PROJECT));
    }

    private void run(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            Errors.show(messages.get("page.command"), e);
        }
    }

    private static void button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, e -> action.run());
    }
}
