package org.hubmark.ui.reading;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/**
 * One rectangle of text inside a block: the whole block, or a cell of a table row. Coordinates count from the block's
 * corner, offsets in the reading text. Owns its layout; display thread.
 */
final class LaidBox {

    private final TextLayout layout;
    private final int x;
    private final int y;
    private final int start;
    private final int end;
    private final int[] lines;
    private final Rectangle[] lineBounds;
    private final Rectangle bounds;

    LaidBox(TextLayout layout, int x, int y, int start) {
        this.layout = layout;
        this.x = x;
        this.y = y;
        this.start = start;
        this.end = start + layout.getText().length();
        this.lines = layout.getLineOffsets();
        this.lineBounds = new Rectangle[layout.getLineCount()];
        for (int i = 0; i < lineBounds.length; i++) {
            lineBounds[i] = layout.getLineBounds(i);
        }
        this.bounds = layout.getBounds();
    }

    /** A caret place. {@code atLineEnd}: at the end of a wrapped line, not before the same character on the next. */
    record Hit(int offset, boolean atLineEnd) {
    }

    TextLayout layout() {
        return layout;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int bottom() {
        return y + bounds.height;
    }

    /** The reading offset at which the last line begins. */
    int lastLine() {
        return start + lines[lineBounds.length - 1];
    }

    /** The caret place nearest to a point. */
    Hit hit(int pointX, int pointY) {
        int line = 0;
        while (line < lineBounds.length - 1 && pointY - y >= lineBounds[line + 1].y - gap(line) / 2) {
            line++;
        }
        Rectangle on = lineBounds[line];
        int[] trailing = new int[1];
        int character = layout.getOffset(pointX - x, on.y + on.height / 2, trailing);
        int offset = character + trailing[0];
        int lineEnd = lines[line + 1];
        boolean wrapped = line < lineBounds.length - 1;
        return new Hit(start + Math.clamp(offset, lines[line], lineEnd), wrapped && offset >= lineEnd);
    }

    /** The character under a point, or -1 if there is none. */
    int character(int pointX, int pointY) {
        for (int i = 0; i < lineBounds.length; i++) {
            Rectangle line = lineBounds[i];
            if (line.contains(pointX - x, pointY - y)) {
                return start + layout.getOffset(pointX - x, pointY - y, null);
            }
        }
        return -1;
    }

    private int gap(int line) {
        return lineBounds[line + 1].y - lineBounds[line].y - lineBounds[line].height;
    }

    /** Where the caret stands: a rectangle without width, as high as the line. */
    Rectangle caret(int offset, boolean atLineEnd) {
        int relative = Math.clamp(offset - start, 0, end - start);
        int line = line(relative);
        boolean trailing = atLineEnd && line > 0 && relative == lines[line];
        Rectangle on = lineBounds[trailing ? line - 1 : line];
        int pointX = trailing ? trailingEdge(relative) : layout.getLocation(relative, false).x;
        return new Rectangle(x + pointX, y + on.y, 0, on.height);
    }

    /** The line that holds an offset; an offset where a line wraps belongs to the line after. */
    private int line(int relative) {
        int line = lineBounds.length - 1;
        while (line > 0 && lines[line] > relative) {
            line--;
        }
        return line;
    }

    private int trailingEdge(int relative) {
        Point edge = layout.getLocation(layout.getPreviousOffset(relative, SWT.MOVEMENT_CLUSTER), true);
        return edge.x;
    }

    /** The start and end of the line an offset stands on. */
    Hit lineEdge(int offset, boolean atLineEnd, boolean toEnd) {
        int relative = Math.clamp(offset - start, 0, end - start);
        int line = line(relative);
        if (atLineEnd && line > 0 && relative == lines[line]) {
            line--;
        }
        boolean wrapped = line < lineBounds.length - 1;
        return toEnd ? new Hit(start + lines[line + 1], wrapped) : new Hit(start + lines[line], false);
    }

    /** What a stretch of text covers: one rectangle a line. */
    List<Rectangle> stretch(int from, int to) {
        int first = Math.max(from, start) - start;
        int last = Math.min(to, end) - start;
        List<Rectangle> result = new ArrayList<>();
        for (int line = first < last ? line(first) : lineBounds.length; line < lineBounds.length; line++) {
            if (lines[line] >= last) {
                break;
            }
            int lineStart = Math.max(first, lines[line]);
            int lineEnd = Math.min(last, lines[line + 1]);
            int left = layout.getLocation(lineStart, false).x;
            int right = lineEnd < lines[line + 1] ? layout.getLocation(lineEnd, false).x : trailingEdge(lineEnd);
            Rectangle on = lineBounds[line];
            result.add(new Rectangle(x + Math.min(left, right), y + on.y, Math.abs(right - left), on.height));
        }
        return result;
    }
}
