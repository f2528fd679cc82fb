package org.hubmark.ui.reading;

import java.util.Set;
import java.util.UUID;

import org.hubmark.ui.reading.model.Fading;

/** Lets new marks appear little by little; only what they stand on is painted again. Display thread. */
final class Fader {

    private static final int FRAME_MS = 40;

    private final Surface surface;
    private final Fading fading = new Fading();

    Fader(Surface surface) {
        this.surface = surface;
    }

    void begin(Set<UUID> marks) {
        boolean idle = fading.going(now() - FRAME_MS).isEmpty();
        fading.begin(marks, now());
        if (idle && !marks.isEmpty()) {
            step();
        }
    }

    /** The last step shows at full strength what was over since the one before. */
    private void step() {
        Set<?> going = fading.going(now() - FRAME_MS);
        if (!surface.canvas().isDisposed() && !going.isEmpty()) {
            surface.repaint(going);
            surface.canvas().getDisplay().timerExec(FRAME_MS, this::step);
        }
    }

    /** How strong a mark is painted now, 0 to 1. */
    double strength(UUID mark) {
        return fading.strength(mark, now());
    }

    void clear() {
        fading.clear();
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
