package org.hubmark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class AppearancePageTest {

    private final Shell shell = new Shell(Display.getDefault());
    private final Locale before = Locale.getDefault();

    /** Keeps what it is told. */
    private static final class Kept implements Appearance {

        private final List<String> told = new ArrayList<>();
        private boolean animated = true;
        private boolean dark;

        @Override
        public boolean isAnimated() {
            return animated;
        }

        @Override
        public void animate(boolean wanted) {
            animated = wanted;
            told.add("animate " + wanted);
        }

        @Override
        public boolean isDark() {
            return dark;
        }

        @Override
        public void darken(boolean now) {
            dark = now;
            told.add("dark " + now);
        }
    }

    @AfterEach
    void close() {
        shell.dispose();
        Locale.setDefault(before);
    }

    private AppearancePage page(Appearance appearance) {
        shell.setLayout(new FillLayout());
        AppearancePage page = new AppearancePage(appearance);
        page.createControl(shell);
        return page;
    }

    private Button button(int style) {
        return WindowDriver.all(shell, Button.class).stream().filter(b -> (b.getStyle() & style) != 0).toList().getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatIsChosenCountsWithOk(String language) {
        Locale.setDefault(Locale.of(language));
        Kept kept = new Kept();
        AppearancePage page = page(kept);
        assertTrue(button(SWT.CHECK).getSelection());
        assertFalse(button(SWT.RADIO).getSelection(), "light");
        button(SWT.CHECK).setSelection(false);
        button(SWT.RADIO).setSelection(true);
        assertEquals(List.of(), kept.told);
        assertTrue(page.performOk());
        assertEquals(List.of("animate false", "dark true"), kept.told);
    }

    @Test
    void whatIsAsItWasIsNotTouched() {
        Kept kept = new Kept();
        page(kept).performOk();
        assertEquals(List.of(), kept.told);
    }

    @Test
    void theWorkbenchHasThePageAndKeepsWhetherThingsMove() throws Exception {
        assumeTrue(Platform.isRunning(), "there is no platform");
        assertNotNull(PlatformUI.getWorkbench().getPreferenceManager().find("org.hubmark.ui.appearance"));
        assertTrue(Animations.areWanted());
        try {
            new UserAppearance().animate(false);
            assertFalse(Animations.areWanted());
        } finally {
            Animations.want(true);
        }
    }
}
