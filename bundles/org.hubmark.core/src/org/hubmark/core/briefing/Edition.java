package org.hubmark.core.briefing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/**
 * One imported file of a briefing, whose canonical text never changes. Contained in its briefing ("editions").
 *
 * @param charset the encoding the file was read in
 * @param fileSha256 of the bytes of the file, lower-case hexadecimal
 * @param textSha256 of the canonical text in UTF-8; the store keeps text and bytes under it
 * @param length of the canonical text in UTF-16 units
 * @param codePoints its length in code points, the unit of every exchange format
 * @param importedAt ISO 8601, UTC; for display only, it orders nothing
 */
public record Edition(UUID id, UUID briefing, String order, String fileName, String mediaType, String charset,
        String fileSha256, String textSha256, int length, int codePoints, String importedBy, String importedAt) {

    public static Edition of(ObjectState s) {
        return new Edition(s.id(), s.container(), s.placement().order(), s.text("fileName"), s.text("mediaType"),
                s.text("charset"), s.text("fileSha256"), s.text("textSha256"), s.number("length", 0),
                s.number("codePoints", 0), s.text("importedBy"), s.text("importedAt"));
    }

    public ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        Records.put(values, "fileName", fileName);
        Records.put(values, "mediaType", mediaType);
        Records.put(values, "charset", charset);
        Records.put(values, "fileSha256", fileSha256);
        Records.put(values, "textSha256", textSha256);
        values.put("length", Value.of(length));
        values.put("codePoints", Value.of(codePoints));
        Records.put(values, "importedBy", importedBy);
        Records.put(values, "importedAt", importedAt);
        return new ObjectState(id, RecordTypes.EDITION, new Placement(briefing, "editions", order), values, Map.of());
    }
}
