package org.hubmark.report.block;

/** A stretch of one line of a report. Plain values; renderers decide how they look. */
public sealed interface Run {

    /** How a text stands out. */
    enum Style {
        PLAIN, STRONG, SMALL, MUTED
    }

    /** What a badge warns of. */
    enum Tone {
        QUIET, NEUTRAL, WARNING, ALARM
    }

    /** What a cited passage does for what it is cited for. */
    enum Mark {
        SUPPORTS, CONTRADICTS, MENTIONS
    }

    /** @param language BCP 47, or null for that of the report */
    record Text(String text, Style style, String language) implements Run {
    }

    /** Leads to an anchor of the same report; plain text if the report has no such anchor. */
    record Link(String anchor, String text, String language) implements Run {
    }

    /** The number of a passage; leads to its entry in the register. */
    record Cite(int number, Mark mark) implements Run {
    }

    record Badge(String text, Tone tone) implements Run {
    }

    /** A coloured dot. @param color as the codebook has it; anything but #rrggbb is not drawn */
    record Swatch(String color) implements Run {
    }

    /** A bar whose length is a share of the longest one. @param share 0 to 1 */
    record Bar(double share) implements Run {
    }
}
