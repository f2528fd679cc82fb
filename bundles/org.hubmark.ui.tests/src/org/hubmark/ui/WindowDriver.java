package org.hubmark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * A user's hands on the real window: mouse and keys go through the X server, because events posted by SWT put mouse
 * buttons at the corner of the display on GTK. Waits for conditions while the events are served. Display thread.
 */
public final class WindowDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration CALM = Duration.ofMillis(500);
    private static final int TICK_MS = 30;
    private static final int ATTEMPTS = 5;

    private final Display display = Display.getCurrent();

    /** Whether there is a program to move the mouse with. */
    public static boolean isPossible() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "xdotool")));
    }

    /** Serves events until it is so. */
    public void waitFor(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] ended = new boolean[1];
        tick(ended);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "waited in vain: " + what);
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        ended[0] = true;
    }

    /** Serves events until something has stayed the same for a moment: a layout that has settled. */
    public <T> T settled(String what, Supplier<T> value) {
        Object[] last = {null};
        long[] since = {System.nanoTime()};
        waitFor(what + " to settle", () -> {
            T now = value.get();
            if (!now.equals(last[0])) {
                last[0] = now;
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > CALM.toNanos();
        });
        return value.get();
    }

    /** Serves events until a control has painted what it shows now. */
    public void painted(Control control) {
        boolean[] painted = new boolean[1];
        Listener listener = event -> painted[0] = true;
        control.addListener(SWT.Paint, listener);
        control.redraw();
        waitFor("the paint", () -> painted[0]);
        control.removeListener(SWT.Paint, listener);
    }

    /** Wakes the display now and then, so that a condition is looked at although no event comes. */
    private void tick(boolean[] ended) {
        display.timerExec(TICK_MS, () -> {
            if (!ended[0]) {
                tick(ended);
            }
        });
    }

    public void click(Control control, Point at) {
        moveTo(control, at);
        xdotool("click", "1");
    }

    public void click(Control control) {
        Point size = control.getSize();
        click(control, new Point(size.x / 2, size.y / 2));
    }

    public void doubleClick(Control control, Point at) {
        moveTo(control, at);
        xdotool("click", "--repeat", "2", "--delay", "60", "1");
    }

    /** Presses the button at one point and lets it go at another, with a stop between. */
    public void drag(Control control, Point from, Point to) {
        moveTo(control, from);
        xdotool("mousedown", "1");
        moveTo(control, new Point((from.x + to.x) / 2, (from.y + to.y) / 2));
        moveTo(control, to);
        settled("the last move of the mouse", () -> to);
        xdotool("mouseup", "1");
    }

    /** ASCII only: other characters have no key. */
    public void type(String text) {
        xdotool("type", "--delay", "60", text);
    }

    /** For example {@code ctrl+z}. */
    public void key(String key) {
        xdotool("key", key);
    }

    /**
     * Does what opens a modal dialog, and the steps in it once it is there. The dialog serves the events itself until
     * it is closed, so the steps run inside of it; what fails in them closes it and fails the test.
     */
    public void inDialog(String title, Runnable open, Consumer<Shell> steps) {
        Optional<?>[] outcome = new Optional<?>[1];
        whenThere(title, shell -> {
            try {
                steps.accept(shell(title));
                outcome[0] = Optional.empty();
            } catch (RuntimeException | AssertionError e) {
                shoot("failed in " + title);
                outcome[0] = Optional.of(e);
                shell.dispose();
            }
        });
        try {
            open.run();
        } catch (SWTException e) {
            // a dialog complains when its window is taken away under it: what went wrong before is worth more
            if (outcome[0] == null || outcome[0].isEmpty()) {
                throw e;
            }
        }
        waitFor("the steps in " + title, () -> outcome[0] != null);
        outcome[0].ifPresent(failure -> fail("in the dialog " + title, (Throwable) failure));
    }

    private void whenThere(String title, Consumer<Shell> steps) {
        display.timerExec(TICK_MS, () -> {
            Shell shell = find(title);
            if (shell == null) {
                whenThere(title, steps);
            } else {
                // a timer runs already while the shell is opening, which then would not survive that it is closed
                display.asyncExec(() -> steps.accept(shell));
            }
        });
    }

    /** The first visible shell whose title contains this. */
    public Shell shell(String title) {
        waitFor("a window " + title, () -> find(title) != null);
        Shell shell = find(title);
        bringToFront(shell);
        return shell;
    }

    /**
     * Waits until the keys reach a window. While the focus of a dialog that has just closed is handed on, the window
     * manager may give it to another window than the one that opens, and the workbench may take it back for its part;
     * then SWT and the X server disagree, and the window is activated anew.
     */
    public void bringToFront(Shell shell) {
        for (int i = 0; !settled("the focus", () -> isInFront(shell)); i++) {
            assertTrue(i < ATTEMPTS, () -> "not in front: " + shell.getText() + ", but " + front());
            shell.forceActive();
        }
    }

    private boolean isInFront(Shell shell) {
        return display.getActiveShell() == shell && front().equals(shell.getText());
    }

    /** The title of the window that has the focus of the X server; empty if none has it. */
    private String front() {
        try {
            Process process = new ProcessBuilder("xdotool", "getactivewindow", "getwindowname")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shell find(String title) {
        return Stream.of(display.getShells()).filter(s -> s.isVisible() && s.getText().contains(title)).findFirst()
                .orElse(null);
    }

    /** All controls of a type below a parent, in their order. */
    public static <T extends Control> List<T> all(Composite parent, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, type));
            }
        }
        return found;
    }

    /** Keeps a picture of the whole display, where {@code -Dhubmark.screenshots} says. */
    public void shoot(String name) {
        String folder = System.getProperty("hubmark.screenshots");
        if (folder != null) {
            settled("the picture", () -> name);
            Rectangle area = display.getBounds();
            Image image = new Image(display, area.width, area.height);
            GC gc = new GC(display);
            gc.copyArea(image, area.x, area.y);
            gc.dispose();
            save(image.getImageData(), Path.of(folder, name + ".png"));
            image.dispose();
        }
    }

    private static void save(ImageData data, Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    private void moveTo(Control control, Point at) {
        Point there = control.toDisplay(at);
        xdotool("mousemove", String.valueOf(there.x), String.valueOf(there.y));
        waitFor("the mouse to arrive", () -> display.getCursorLocation().equals(there));
    }

    private void xdotool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            waitFor(String.join(" ", command), () -> !process.isAlive());
            assertEquals(0, process.exitValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
