package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.text.Segment;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.Mark.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ReadingCanvasTest {

    private static final String PARAGRAPH = "园区里的企业很多，学校也不少。收入按约定分配！这一段写得足够长，好让它在窗口里折成几行。";
    private static final PlainLines TEXT = PlainLines.of((PARAGRAPH.repeat(3) + "\n").repeat(400));

    private final List<Object> heard = new ArrayList<>();
    private Shell shell;
    private ReadingCanvas view;

    @BeforeEach
    void openWindow() {
        boolean display = !"gtk".equals(SWT.getPlatform()) || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
        assumeTrue(display, "skipped ReadingCanvasTest: there is no display");
        shell = new Shell(Display.getDefault());
        shell.setLayout(new FillLayout());
        view = new ReadingCanvas(shell);
        view.addListener(new ReadingViewListener() {
            @Override
            public void selectionChanged(List<Segment> source) {
                heard.add(source);
            }

            @Override
            public void markActivated(UUID mark) {
                heard.add(mark);
            }
        });
        shell.setSize(900, 700);
        shell.layout();
        view.show(TEXT, "zh");
    }

    @AfterEach
    void closeWindow() {
        if (shell != null) {
            shell.dispose();
        }
    }

    private static Mark mark(int start, int end) {
        Label label = new Label("分成", "#C62828");
        return new Mark(UUID.randomUUID(), List.of(new Segment(start, end)), List.of(label), "", false);
    }

    private void key(int code, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.stateMask = modifiers;
        view.control().notifyListeners(SWT.KeyDown, event);
    }

    private void button(int type, Rectangle character) {
        Event event = new Event();
        event.button = 1;
        event.count = 1;
        event.x = character.x + 1;
        event.y = character.y + character.height / 2;
        view.control().notifyListeners(type, event);
    }

    private void click(int offset, int count) {
        Rectangle place = view.bounds(offset).orElseThrow();
        Event event = new Event();
        event.button = 1;
        event.count = count;
        event.x = place.x + 2;
        event.y = place.y + place.height / 2;
        view.control().notifyListeners(SWT.MouseDown, event);
        view.control().notifyListeners(SWT.MouseUp, event);
    }

    @Test
    void marksOfColleaguesFadeInWhileSelectionCaretAndScrollPlaceStay() {
        int middle = TEXT.text().length() / 2;
        view.reveal(middle);
        view.select(List.of(new Segment(middle, middle + 7)));
        List<Segment> selected = view.selection();
        Rectangle place = view.bounds(middle).orElseThrow();
        heard.clear();
        Mark here = mark(middle - 3, middle + 3);
        Mark above = mark(10, 30);
        view.marks(List.of(above, here));
        view.fadeIn(Set.of(here.id(), above.id()));
        assertEquals(selected, view.selection());
        assertEquals(middle + 7, view.caret());
        assertEquals(place, view.bounds(middle).orElseThrow());
        assertEquals(Optional.empty(), view.focusedMark());
        assertEquals(Set.of(here.id()), view.visibleMarks());
        assertEquals(List.of(), heard);
    }

    @Test
    void everyPlaceCanBeRevealed() {
        int length = TEXT.text().length();
        for (int offset : new int[] { 0, length / 2, length, 77, length - 200 }) {
            view.reveal(offset);
            Rectangle place = view.bounds(offset).orElseThrow();
            assertTrue(place.y >= 0 && place.y + place.height <= 700, () -> offset + " is at " + place);
            assertEquals(offset, view.caret());
        }
    }

    @Test
    void whatCanBeSeenIsNotScrolledWhenRevealed() {
        view.reveal(TEXT.text().length() / 2);
        Optional<Rectangle> before = view.bounds(TEXT.text().length() / 2);
        view.reveal(TEXT.text().length() / 2 + 60);
        assertEquals(before, view.bounds(TEXT.text().length() / 2));
    }

    @Test
    void itCanBeFilledBeforeItHasASize() {
        Shell hidden = new Shell(shell);
        ReadingCanvas fresh = new ReadingCanvas(hidden);
        fresh.show(TEXT, "zh");
        Mark mark = mark(20_000, 20_020);
        fresh.marks(List.of(mark));
        fresh.revealMark(mark.id());
        assertEquals(20_000, fresh.caret());
        assertEquals(Optional.of(mark.id()), fresh.focusedMark());
    }

    @Test
    void aDoubleClickSelectsAClauseAndTellsSo() {
        click(3, 1);
        click(3, 2);
        assertEquals("园区里的企业很多，", view.selectedText());
        assertEquals(List.of(List.of(new Segment(0, 9))), heard);
    }

    @Test
    void aQuickDragReachesToWhereTheButtonIsLetGo() {
        button(SWT.MouseDown, view.bounds(2).orElseThrow());
        button(SWT.MouseUp, view.bounds(8).orElseThrow());
        assertEquals(List.of(new Segment(2, 8)), view.selection());
    }

    @Test
    void aMoveThatComesAfterTheButtonIsUpDoesNotEndADragBeforeItsRelease() {
        button(SWT.MouseDown, view.bounds(2).orElseThrow());
        button(SWT.MouseMove, view.bounds(5).orElseThrow());
        button(SWT.MouseUp, view.bounds(8).orElseThrow());
        assertEquals(List.of(new Segment(2, 8)), view.selection());
    }

    @Test
    void aDragWhoseReleaseWentElsewhereIsOver() {
        button(SWT.MouseDown, view.bounds(2).orElseThrow());
        button(SWT.MouseMove, view.bounds(5).orElseThrow());
        button(SWT.MouseMove, view.bounds(6).orElseThrow());
        button(SWT.MouseUp, view.bounds(8).orElseThrow());
        assertEquals(List.of(), view.selection());
    }

    @Test
    void theBoundsOfAnOffsetAreThoseOfItsCharacter() {
        Rectangle first = view.bounds(0).orElseThrow();
        Rectangle second = view.bounds(1).orElseThrow();
        assertEquals(second.x, first.x + first.width);
        assertTrue(first.width >= first.height / 3, first::toString);
        assertEquals(0, view.bounds(TEXT.text().indexOf('\n')).orElseThrow().width);
    }

    @Test
    void whatIsCopiedIsTheSelectedText() {
        click(3, 2);
        key('c', SWT.MOD1);
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        try {
            assertEquals("园区里的企业很多，", clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void goingDownAndUpComesBackToTheSamePlace() {
        click(8, 1);
        int before = view.caret();
        for (int i = 0; i < 30; i++) {
            key(SWT.ARROW_DOWN, 0);
        }
        assertTrue(view.caret() > before + 600);
        for (int i = 0; i < 30; i++) {
            key(SWT.ARROW_UP, 0);
        }
        assertEquals(before, view.caret());
    }

    @Test
    void homeAndEndStayOnTheLine() {
        key(SWT.ARROW_DOWN, 0);
        int lineStart = view.caret();
        key(SWT.END, 0);
        assertTrue(view.caret() > lineStart + 20);
        key(SWT.END, 0);
        key(SWT.HOME, 0);
        assertEquals(lineStart, view.caret());
    }

    @Test
    void pagesLeadToTheEndAndSelectWithShift() {
        for (int i = 0; i < 400 && view.caret() < TEXT.text().length(); i++) {
            key(SWT.PAGE_DOWN, SWT.SHIFT);
        }
        assertEquals(TEXT.text().length(), view.caret());
        assertEquals(TEXT.text(), view.selectedText());
    }

    @Test
    void theMarkUnderThePointerIsTheShortest() {
        Mark outer = mark(0, 60);
        Mark inner = mark(10, 20);
        view.marks(List.of(outer, inner));
        Rectangle place = view.bounds(12).orElseThrow();
        assertEquals(Optional.of(inner.id()), view.markAt(new Point(place.x + 2, place.y + 2)));
        assertEquals(List.of(inner.id(), outer.id()), view.marksAt(12));
    }

    @Test
    void clickingAgainReachesTheMarkAround() {
        Mark outer = mark(0, 60);
        Mark inner = mark(10, 20);
        view.marks(List.of(outer, inner));
        click(12, 1);
        click(12, 1);
        assertEquals(List.of(inner.id(), outer.id()), heard);
    }

    @Test
    void f8GoesFromMarkToMarkAndEnterActivates() {
        Mark first = mark(100, 110);
        Mark second = mark(30_000, 30_010);
        view.marks(List.of(second, first));
        key(SWT.F8, 0);
        key(SWT.F8, 0);
        key(SWT.CR, 0);
        assertEquals(List.of(second.id()), heard);
        key(SWT.F8, SWT.SHIFT);
        assertEquals(Optional.of(first.id()), view.focusedMark());
    }

    @Test
    void aMarkThatIsGoneIsNotFocusedAnyMore() {
        Mark mark = mark(100, 110);
        view.marks(List.of(mark));
        view.revealMark(mark.id());
        view.marks(List.of());
        assertEquals(Optional.empty(), view.focusedMark());
    }

    @Test
    void zoomKeepsItsBoundsAndThePlace() {
        view.reveal(20_000);
        view.setZoom(100);
        assertEquals(4.0, view.zoom());
        view.perform(ReadingAction.ZOOM_RESET);
        assertEquals(1.0, view.zoom());
        view.reveal(20_000);
        assertTrue(view.bounds(20_000).isPresent());
    }

    @Test
    void aHintReplacesTheText() {
        view.perform(ReadingAction.SELECT_ALL);
        view.showHint("没有打开的简报");
        assertEquals("", view.selectedText());
        assertEquals(List.of(), view.selection());
        key(SWT.ARROW_DOWN, 0);
        assertFalse(view.bounds(0).isPresent());
    }
}
