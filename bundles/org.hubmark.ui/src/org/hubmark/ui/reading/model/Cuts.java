package org.hubmark.ui.reading.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a long paragraph is cut into chunks that are laid out one by one. A text layout gets slow with its length:
 * chunks of 300 characters keep a window under 20 ms where chunks of 800 took 45.
 */
final class Cuts {

    /** Paragraphs up to this length, in UTF-16 units, are laid out whole. */
    static final int WHOLE = 900;
    /** Chunks are about this long. */
    static final int CHUNK = 300;

    private static final String SENTENCE_ENDS = "。！？!?";
    private static final String CLAUSE_ENDS = "；，、：;,";
    private static final String CLOSERS = "”’」』）》〉】〕)]\"'。！？…";

    private final String text;

    Cuts(String text) {
        this.text = text;
    }

    /** The cuts inside a paragraph, ascending, without its start and end; empty if it stays whole. */
    List<Integer> of(int start, int end) {
        List<Integer> cuts = new ArrayList<>();
        int from = start;
        while (end - from > (cuts.isEmpty() ? WHOLE : CHUNK + CHUNK / 2)) {
            from = next(from);
            cuts.add(from);
        }
        return cuts;
    }

    private int next(int from) {
        int latest = from + CHUNK;
        int earliest = from + CHUNK / 2;
        for (String ends : List.of(SENTENCE_ENDS, CLAUSE_ENDS, " ")) {
            for (int i = latest; i > earliest; i--) {
                if (ends.indexOf(text.charAt(i - 1)) >= 0) {
                    return pastClosers(i);
                }
            }
        }
        int cut = latest;
        while (!isBoundary(cut)) {
            cut--;
            if (cut == earliest) {
                return latest + (Character.isLowSurrogate(text.charAt(latest)) ? 1 : 0);
            }
        }
        return cut;
    }

    private int pastClosers(int offset) {
        int i = offset;
        while (i < offset + 4 && i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0 || !isBoundary(i)) {
            i++;
        }
        return i;
    }

    /** Whether a character as the reader sees it may begin here: no half character, no mark without its base. */
    private boolean isBoundary(int offset) {
        if (offset >= text.length()) {
            return true;
        }
        if (Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))) {
            return false;
        }
        int type = Character.getType(text.codePointAt(offset));
        return type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK
                && type != Character.COMBINING_SPACING_MARK && type != Character.FORMAT
                && type != Character.MODIFIER_SYMBOL
                && Character.getType(text.codePointBefore(offset)) != Character.FORMAT;
    }
}
