package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks at a database file before H2 does. H2 takes an empty file for a new database, and a file that has lost its end
 * for one that was not closed: it goes back to the newest state it can find, in the worst case an empty one, and says
 * nothing. A file that was closed properly says in its first block where its last chunk is; that must be there.
 */
final class H2FileCheck {

    private static final int BLOCK = 4096;
    private static final int HEXADECIMAL = 16;

    private H2FileCheck() {
    }

    /** Reads two blocks. False for what can be no whole database; of a file that was not closed only the start is checked. */
    static boolean isWhole(Path data) throws IOException {
        try (FileChannel file = FileChannel.open(data, StandardOpenOption.READ)) {
            Map<String, String> header = fields(file, 0);
            if (!"2".equals(header.get("H"))) {
                return false;
            }
            if (!header.containsKey("clean")) {
                return true;
            }
            long block = number(header, "block");
            Map<String, String> chunk = fields(file, block);
            return header.get("chunk").equals(chunk.get("chunk"))
                    && (block + number(chunk, "len")) * BLOCK <= file.size();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(fields.getOrDefault(name, ""), HEXADECIMAL);
    }

    /** A block of the store, and each chunk, begins with a line of names and hexadecimal numbers. */
    private static Map<String, String> fields(FileChannel file, long block) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(BLOCK);
        int read;
        do {
            read = file.read(start, block * BLOCK + start.position());
        } while (read > 0);
        String line = new String(start.array(), 0, start.position(), StandardCharsets.ISO_8859_1).lines().findFirst()
                .orElse("");
        Map<String, String> fields = new HashMap<>();
        for (String field : line.split(",")) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                fields.put(field.substring(0, colon), field.substring(colon + 1).strip());
            }
        }
        return fields;
    }
}
