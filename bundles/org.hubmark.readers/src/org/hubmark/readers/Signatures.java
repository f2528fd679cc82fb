package org.hubmark.readers;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.reader.UnreadableBriefingException;

/** Recognises files of other kinds that were given the name of a text, by their first bytes. */
final class Signatures {

    private static final Map<String, String> KINDS = kinds();

    private Signatures() {
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("%PDF-", "PDF");
        kinds.put("PK\u0003\u0004", "ZIP / DOCX / XLSX");
        kinds.put("\u00D0\u00CF\u0011\u00E0", "DOC / XLS");
        kinds.put("{\\rtf", "RTF");
        kinds.put("\u0089PNG", "PNG");
        kinds.put("\u00FF\u00D8\u00FF", "JPEG");
        kinds.put("GIF8", "GIF");
        kinds.put("\u001F\u008B", "GZIP");
        kinds.put("7z\u00BC\u00AF", "7-Zip");
        kinds.put("Rar!", "RAR");
        return kinds;
    }

    static void refuseOthers(String name, byte[] bytes, Messages messages) throws UnreadableBriefingException {
        String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            if (start.startsWith(kind.getKey())) {
                throw new UnreadableBriefingException(messages.get("otherKind", name, kind.getValue()), null);
            }
        }
    }
}
