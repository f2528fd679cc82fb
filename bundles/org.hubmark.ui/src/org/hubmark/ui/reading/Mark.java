package org.hubmark.ui.reading;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.hubmark.core.text.Segment;

/**
 * One passage as the reading view shows it: highlighted text, and a bar with labels in the coding margin. Immutable.
 *
 * @param source where it stands, source offsets in UTF-16 units, ascending; at least one
 * @param labels codes or elements, the most important first: the first one colours the highlight; may be empty
 * @param tooltip what the reader sees on hovering, lines separated by LF; empty for none
 * @param emphasised shown stronger than others, for instance as the hit of a search
 * @param signs small signs beside its first line, on the other side than the bar; may be empty
 */
public record Mark(UUID id, List<Segment> source, List<Label> labels, String tooltip, boolean emphasised,
        List<Sign> signs) {

    /** Without signs. */
    public Mark(UUID id, List<Segment> source, List<Label> labels, String tooltip, boolean emphasised) {
        this(id, source, labels, tooltip, emphasised, List.of());
    }

    public Mark {
        Objects.requireNonNull(id);
        source = List.copyOf(source);
        labels = List.copyOf(labels);
        signs = List.copyOf(signs);
        tooltip = Objects.requireNonNullElse(tooltip, "");
        if (source.isEmpty()) {
            throw new IllegalArgumentException("a mark needs a segment");
        }
    }

    /**
     * What a mark is labelled with.
     *
     * @param colour {@code "#RRGGBB"}, as chosen for a light background; the view adapts it to its theme. Anything
     *        else, null included, is shown grey
     */
    public record Label(String text, String colour) {
        public Label {
            Objects.requireNonNull(text);
        }
    }

    /**
     * A small sign: a colleague who is here, or that something was said about this.
     *
     * @param text one or two letters or digits
     * @param colour {@code "#RRGGBB"}, adapted to the theme; null for grey
     */
    public record Sign(Kind kind, String text, String colour) {

        /** How it looks. */
        public enum Kind {
            /** A filled badge. */
            PRESENT,
            /** The outline of a speech bubble. */
            COMMENT
        }

        public Sign {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(text);
        }
    }
}
