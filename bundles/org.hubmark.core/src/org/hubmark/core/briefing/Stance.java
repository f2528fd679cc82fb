package org.hubmark.core.briefing;

/** What a passage does for the thing it is evidence of. */
public enum Stance {
    SUPPORTS, CONTRADICTS, MENTIONS;

    /** As the store and the packs write it. */
    public String literal() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text */
    public static Stance of(String literal) {
        return valueOf(literal.toUpperCase(java.util.Locale.ROOT));
    }
}
