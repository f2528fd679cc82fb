package org.hubmark.readers;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of some bytes in an encoding.
 *
 * @param text with U+FFFD for each stretch that the encoding does not have
 * @param undecodable byte positions of these stretches, ascending
 * @param uncertain whether another encoding would do nearly as well
 */
record Decoded(Charset charset, String text, List<Long> undecodable, boolean uncertain) {

    /** Decodes from a byte position on; a character cut off at the end is undecodable unless {@code partial}. */
    static Decoded of(byte[] bytes, int from, int to, Charset charset, boolean partial) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(4096);
        StringBuilder text = new StringBuilder((to - from) / 2 + 16);
        List<Long> undecodable = new ArrayList<>();
        while (true) {
            CoderResult result = decoder.decode(in, out, !partial);
            text.append(out.flip());
            out.clear();
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                undecodable.add((long) in.position());
                in.position(in.position() + result.length());
                text.append('\uFFFD');
            }
        }
        return new Decoded(charset, text.toString(), undecodable, false);
    }

    Decoded withUncertainty(boolean isUncertain) {
        return new Decoded(charset, text, undecodable, isUncertain);
    }
}
