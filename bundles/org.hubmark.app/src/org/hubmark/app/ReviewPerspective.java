package org.hubmark.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.hubmark.ui.Parts;

/** To see what others did and to decide what does not go together: conflicts below the text, activity beside it. */
public final class ReviewPerspective implements IPerspectiveFactory {

    static final String ID = "org.hubmark.app.review";

    private static final float LEFT = 0.3f;
    private static final float RIGHT = 0.74f;
    private static final float BELOW = 0.58f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, LEFT, editors);
        left.addView(Parts.ACTIVITY);
        left.addView(Parts.BRIEFINGS);
        left.addView(Parts.HUBS);
        layout.createFolder("right", IPageLayout.RIGHT, RIGHT, editors).addView(Parts.COMMENTS);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, BELOW, editors);
        below.addView(Parts.CONFLICTS);
        below.addView(Parts.EVIDENCE);
        ModelPerspective.shortcuts(layout);
    }
}
