package org.hubmark.ui.model;

import java.nio.charset.Charset;

/**
 * The pinyin initials of a Chinese text, for search by two letters. They follow from the order of the 3,755 commonest
 * characters in GB 2312, which is that of their pronunciation; other characters have none and are left out.
 */
final class PinyinInitials {

    private static final Charset GB = Charset.forName("GB18030");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    /** The GB 2312 code at which each of these letters begins; the last is the end of the table. */
    private static final int[] BEGINS = {0xb0a1, 0xb0c5, 0xb2c1, 0xb4ee, 0xb6ea, 0xb7a2, 0xb8c1, 0xb9fe, 0xbbf7, 0xbfa6,
        0xc0ac, 0xc2e8, 0xc4c3, 0xc5b6, 0xc5be, 0xc6da, 0xc8bb, 0xc8f6, 0xcbfa, 0xcdda, 0xcef4, 0xd1b9, 0xd4d1, 0xd7fa};

    private PinyinInitials() {
    }

    /** Lower case; letters and digits stand for themselves. Cost: linear. */
    static String of(String text) {
        StringBuilder initials = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                initials.append((char) Character.toLowerCase(c));
            } else if (c >= 0x4e00 && c <= 0x9fff) {
                append(initials, c);
            }
        });
        return initials.toString();
    }

    private static void append(StringBuilder initials, int codePoint) {
        byte[] bytes = Character.toString(codePoint).getBytes(GB);
        if (bytes.length != 2) {
            return;
        }
        int code = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        for (int i = 0; i < LETTERS.length(); i++) {
            if (code >= BEGINS[i] && code < BEGINS[i + 1]) {
                initials.append(LETTERS.charAt(i));
                return;
            }
        }
    }
}
