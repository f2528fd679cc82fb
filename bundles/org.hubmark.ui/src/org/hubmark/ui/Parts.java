package org.hubmark.ui;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.hubmark.core.nls.Messages;

/** Ids of the parts of the workbench, and how they are opened. Display thread. */
public final class Parts {

    public static final String BRIEFINGS = "org.hubmark.ui.briefings";
    public static final String HUBS = "org.hubmark.ui.hubs";
    public static final String EVIDENCE = "org.hubmark.ui.evidence";
    public static final String CODES = "org.hubmark.ui.codes";
    public static final String CONFLICTS = "org.hubmark.ui.conflicts";
    public static final String ACTIVITY = "org.hubmark.ui.activity";
    public static final String COMMENTS = "org.hubmark.ui.comments";
    public static final String BRIEFING_EDITOR = "org.hubmark.ui.briefing";
    public static final String ELEMENT_EDITOR = "org.hubmark.ui.element";

    /** Commands of the File menu. */
    public static final String OPEN_PROJECT = "org.hubmark.app.openProject";
    public static final String CONNECT = "org.hubmark.app.connect";
    public static final String ENTER_PASSWORD = "org.hubmark.app.enterPassword";

    /** Light or dark, by its radio state. */
    static final String THEME = "org.hubmark.app.theme";

    /** A part that can show one object among those it holds. */
    public interface Revealing {
        void reveal(UUID object);
    }

    private Parts() {
    }

    /** Opens an edition. */
    public static void openBriefing(IWorkbenchPage page, UUID edition, String title) {
        open(page, new ObjectInput(edition, title, Icons.BRIEFING), BRIEFING_EDITOR);
    }

    /** Opens an edition and jumps to a passage in it. */
    public static void openPassage(IWorkbenchPage page, UUID edition, String title, UUID passage) {
        if (open(page, new ObjectInput(edition, title, Icons.BRIEFING), BRIEFING_EDITOR) instanceof Revealing editor) {
            editor.reveal(passage);
        }
    }

    /** Closes the editor of an edition, if it is open. */
    public static void closeBriefing(IWorkbenchPage page, UUID edition) {
        IEditorPart editor = page.findEditor(new ObjectInput(edition, "", Icons.BRIEFING));
        if (editor != null) {
            page.closeEditor(editor, false);
        }
    }

    /** Opens the form of an element. */
    public static void openElement(IWorkbenchPage page, UUID element, String name) {
        open(page, new ObjectInput(element, name, Icons.HUBS), ELEMENT_EDITOR);
    }

    private static IEditorPart open(IWorkbenchPage page, ObjectInput input, String editor) {
        try {
            return page.openEditor(input, editor);
        } catch (PartInitException e) {
            Errors.show(Messages.of(Parts.class).get("parts.notOpened", input.name()), e);
            return null;
        }
    }

    /** Shows a view in front; null, and the user is told, if it can't be opened. */
    public static IViewPart show(IWorkbenchPage page, String view) {
        try {
            return page.showView(view);
        } catch (PartInitException e) {
            Errors.show(Messages.of(Parts.class).get("parts.notOpened", e.getLocalizedMessage()), e);
            return null;
        }
    }

    /** The page of the window in front, if there is one. */
    public static Optional<IWorkbenchPage> current() {
        return Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .map(IWorkbenchWindow::getActivePage);
    }

    /** The page of the window in front. */
    public static IWorkbenchPage activePage() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
