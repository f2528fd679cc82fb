package org.hubmark.report.html;

/**
 * Writes HTML so that nothing but this class ever puts a character of a value into it: every text and every attribute
 * passes {@link #escape}. Not thread-safe.
 */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Opens an element. @param attributes names and values in turn; a null value leaves the attribute out */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Html newLine() {
        out.append('\n');
        return this;
    }

    /** Takes over what is HTML already: resources of this bundle and what another {@code Html} has written. */
    Html raw(CharSequence html) {
        out.append(html);
        return this;
    }

    /** Markup has no place for control characters, so they become U+FFFD; so does half a surrogate pair. */
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(allowed(c) ? c : '\uFFFD');
                    }
                }
            }
        }
    }

    private static boolean allowed(char c) {
        return c >= ' ' && (c < '\u007F' || c > '\u009F') && !Character.isSurrogate(c) && c < '\uFFFE'
                || c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
