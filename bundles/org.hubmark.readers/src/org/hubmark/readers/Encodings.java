package org.hubmark.readers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the encoding of a text by decoding a sample in each that Chinese text comes in, and looking which result reads
 * most like Chinese or English. ICU's detector was tried: it never finds UTF-16 without a mark, and GB18030 only from
 * sixteen characters on.
 */
final class Encodings {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Charset> CANDIDATES = List.of(StandardCharsets.UTF_8, GB18030, Charset.forName("Big5"),
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int SAMPLE = 1 << 16;
    /** Scores nearer than this leave the choice open. */
    private static final double CLEAR = 0.5;

    private final byte[] bytes;

    Encodings(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The text, in the encoding that its mark states, else in the likeliest. */
    Decoded decoded() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return all(StandardCharsets.UTF_8);
        }
        if (startsWith(0xFF, 0xFE)) {
            return all(StandardCharsets.UTF_16LE);
        }
        if (startsWith(0xFE, 0xFF)) {
            return all(StandardCharsets.UTF_16BE);
        }
        return startsWith(0x84, 0x31, 0x95, 0x33) ? all(GB18030) : likeliest();
    }

    private Decoded all(Charset charset) {
        return Decoded.of(bytes, 0, bytes.length, charset, false);
    }

    private Decoded likeliest() {
        int from = firstBeyondAscii();
        int to = Math.min(bytes.length, from + SAMPLE);
        Charset best = StandardCharsets.UTF_8;
        double highest = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (Charset charset : CANDIDATES) {
            double score = score(charset, from, to);
            if (score > highest) {
                second = highest;
                highest = score;
                best = charset;
            } else if (score > second) {
                second = score;
            }
        }
        return all(best).withUncertainty(highest - second < CLEAR || highest < 0);
    }

    private double score(Charset charset, int from, int to) {
        Decoded sample = Decoded.of(bytes, from, to, charset, to < bytes.length);
        double score = Readability.of(sample.text());
        // many bytes in a row follow the strict pattern of UTF-8 by chance only in the shortest texts
        boolean patterned = charset == StandardCharsets.UTF_8 && sample.undecodable().isEmpty()
                && sample.text().chars().anyMatch(c -> c > 127);
        return patterned ? score + 2 : score;
    }

    /** Where the sample begins: at the first byte that tells encodings apart, at an even place. */
    private int firstBeyondAscii() {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] <= 0) {
                return i & ~1;
            }
        }
        return 0;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
