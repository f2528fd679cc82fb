package org.hubmark.ui;

/** How the window looks, as {@link AppearancePage} shows and changes it. Display thread. */
interface Appearance {

    boolean isAnimated();

    void animate(boolean wanted);

    boolean isDark();

    void darken(boolean dark);
}
