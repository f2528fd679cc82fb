package org.hubmark.ui.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingTexts;
import org.hubmark.core.text.Segment;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.ReadingCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class FindBarTest {

    private static final ReadingText TEXT =
            ReadingTexts.of("ＡＩ中试线在港湾。\n\n港湾的 AI 团队很多。\n", ReadingTexts.PLAIN, List.of());

    private Shell shell;
    private ReadingCanvas view;
    private FindBar find;
    private Text field;

    @BeforeEach
    void openWindow() {
        boolean display = !"gtk".equals(SWT.getPlatform()) || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
        assumeTrue(display, "skipped FindBarTest: there is no display");
        shell = new Shell(Display.getDefault());
        shell.setLayout(new GridLayout());
        view = new ReadingCanvas(shell);
        find = new FindBar(shell, view, () -> Optional.of(TEXT));
        field = Stream.of(((Composite) shell.getChildren()[1]).getChildren()).filter(Text.class::isInstance)
                .map(Text.class::cast).findFirst().orElseThrow();
        shell.setSize(900, 700);
        view.show(TEXT, "zh");
    }

    @AfterEach
    void closeWindow() {
        if (shell != null) {
            shell.dispose();
        }
    }

    private void key(int code, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.stateMask = modifiers;
        field.notifyListeners(SWT.KeyDown, event);
    }

    @Test
    void whatIsTypedIsSelectedAtOnceAndEnterGoesRound() {
        find.open();
        field.setText("ai");
        assertEquals("ＡＩ", view.selectedText());
        key(SWT.CR, 0);
        assertEquals("AI", view.selectedText());
        key(SWT.CR, 0);
        assertEquals("ＡＩ", view.selectedText());
        key(SWT.CR, SWT.SHIFT);
        assertEquals("AI", view.selectedText());
    }

    @Test
    void theSearchBeginsWhereTheReaderIs() {
        view.select(List.of(new Segment(10, 12)));
        find.open();
        field.setText("港湾");
        assertTrue(view.selection().getFirst().start() > 8, () -> view.selection().toString());
    }

    @Test
    void escapeClosesTheBarAndKeepsWhatWasFound() {
        find.open();
        field.setText("团队");
        key(SWT.ESC, 0);
        assertFalse(find.isOpen());
        assertEquals("团队", view.selectedText());
    }
}
