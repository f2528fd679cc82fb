package org.hubmark.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.hubmark.ui.Parts;

/** To build the hub model: the tree on the left, forms in the middle, evidence below. */
public final class ModelPerspective implements IPerspectiveFactory {

    static final String ID = "org.hubmark.app.model";

    private static final float LEFT = 0.3f;
    private static final float BELOW = 0.7f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.createFolder("left", IPageLayout.LEFT, LEFT, editors).addView(Parts.HUBS);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, BELOW, editors);
        below(below);
        below.addView(Parts.COMMENTS);
        shortcuts(layout);
    }

    /** What stands below the editors, in the perspectives that read and build. */
    static void below(IFolderLayout folder) {
        folder.addView(Parts.EVIDENCE);
        folder.addView(Parts.CONFLICTS);
        folder.addView(Parts.ACTIVITY);
    }

    static void shortcuts(IPageLayout layout) {
        layout.addPerspectiveShortcut(ReadPerspective.ID);
        layout.addPerspectiveShortcut(ID);
        layout.addPerspectiveShortcut(ReviewPerspective.ID);
        layout.addShowViewShortcut(Parts.BRIEFINGS);
        layout.addShowViewShortcut(Parts.HUBS);
        layout.addShowViewShortcut(Parts.CODES);
        layout.addShowViewShortcut(Parts.EVIDENCE);
        layout.addShowViewShortcut(Parts.CONFLICTS);
        layout.addShowViewShortcut(Parts.ACTIVITY);
        layout.addShowViewShortcut(Parts.COMMENTS);
    }
}
