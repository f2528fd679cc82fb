package org.hubmark.ui.reading.model;

import java.util.ArrayList;
import java.util.List;

import org.hubmark.core.text.Segment;

/**
 * Finds words in a text, whatever their case and width: a full-width Latin letter, digit or mark is the same as the
 * usual one. Offsets are UTF-16 units. Safe on any thread.
 */
public final class TextSearch {

    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
    private static final char WIDE_BLANK = '\u3000';
    private static final int FROM_WIDE = FIRST_WIDE - '!';

    private final String folded;

    public TextSearch(String text) {
        this.folded = fold(text);
    }

    /** All places of these words, ascending and apart from each other; none for an empty text. */
    public List<Segment> find(String words) {
        String wanted = fold(words);
        List<Segment> found = new ArrayList<>();
        int at = wanted.isEmpty() ? -1 : folded.indexOf(wanted);
        while (at >= 0) {
            found.add(new Segment(at, at + wanted.length()));
            at = folded.indexOf(wanted, at + wanted.length());
        }
        return List.copyOf(found);
    }

    /** One character for each, so that offsets stay what they are. */
    private static String fold(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if (c >= FIRST_WIDE && c <= LAST_WIDE) {
                c -= FROM_WIDE;
            } else if (c == WIDE_BLANK || c == '\u00A0') {
                c = ' ';
            }
            characters[i] = Character.toLowerCase(Character.toUpperCase(c));
        }
        return new String(characters);
    }
}
