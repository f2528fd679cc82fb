package org.hubmark.core.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a Markdown file says of itself before its text: lines {@code key: value} between two lines {@code ---}.
 *
 * @param values in the order of the file; empty if there is no front matter
 * @param end UTF-16 offset after the closing line; 0 if there is none
 */
public record FrontMatter(Map<String, String> values, int end) {

    private static final String FENCE = "---";

    /** The front matter of a canonical text: closed, and each of its lines a pair, blank or a comment; else none. */
    public static FrontMatter of(String text) {
        FrontMatter none = new FrontMatter(Map.of(), 0);
        if (!text.startsWith(FENCE + "\n")) {
            return none;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int from = FENCE.length() + 1; from < text.length();) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            String line = text.substring(from, to).strip();
            if (line.equals(FENCE)) {
                return new FrontMatter(Collections.unmodifiableMap(values), Math.min(text.length(), to + 1));
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1).strip()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                return none;
            }
            from = to + 1;
        }
        return none;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
