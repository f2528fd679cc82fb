package org.hubmark.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.hubmark.ui.Parts;

/** To read, mark and link: briefings and hubs on the left, codes on the right, evidence below the text. */
public final class ReadPerspective implements IPerspectiveFactory {

    static final String ID = "org.hubmark.app.read";

    private static final float LEFT = 0.24f;
    private static final float RIGHT = 0.74f;
    private static final float HALF = 0.42f;
    private static final float BELOW = 0.66f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, LEFT, editors);
        left.addView(Parts.BRIEFINGS);
        layout.createFolder("leftBelow", IPageLayout.BOTTOM, HALF, "left").addView(Parts.HUBS);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, RIGHT, editors);
        right.addView(Parts.CODES);
        right.addView(Parts.COMMENTS);
        ModelPerspective.below(layout.createFolder("below", IPageLayout.BOTTOM, BELOW, editors));
        ModelPerspective.shortcuts(layout);
    }
}
