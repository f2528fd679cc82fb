package org.hubmark.core.text;

import java.util.Arrays;

/**
 * Converts between the offsets of one text in UTF-16 units, as Hubmark counts inside, and in code points, as every
 * exchange format counts. Immutable; safe on any thread. Cost: linear to make, four bytes for each character beyond
 * the basic plane; a lookup is logarithmic in their number.
 */
public final class CodePoints {

    /** Where the high surrogates stand, ascending. */
    private final int[] pairs;
    private final int units;

    public CodePoints(String text) {
        units = text.length();
        int[] found = new int[16];
        int count = 0;
        for (int i = 0; i + 1 < units; i++) {
            if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i++;
            }
        }
        pairs = Arrays.copyOf(found, count);
    }

    /** Length of the text in code points; half a surrogate pair on its own counts as one. */
    public int length() {
        return units - pairs.length;
    }

    /** @throws IndexOutOfBoundsException outside 0 to {@link #length()} */
    public int toUtf16(int codePoint) {
        check(codePoint, length());
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] - middle < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return codePoint + low;
    }

    /**
     * The number of code points before a UTF-16 offset; inside a surrogate pair, before that pair.
     *
     * @throws IndexOutOfBoundsException outside the text
     */
    public int toCodePoint(int utf16) {
        check(utf16, units);
        int found = Arrays.binarySearch(pairs, utf16);
        return utf16 - (found < 0 ? -found - 1 : found);
    }

    private static void check(int offset, int length) {
        if (offset < 0 || offset > length) {
            throw new IndexOutOfBoundsException("offset " + offset + " of " + length);
        }
    }
}
