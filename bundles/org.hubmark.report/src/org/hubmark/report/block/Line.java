package org.hubmark.report.block;

import java.util.ArrayList;
import java.util.List;

import org.hubmark.report.block.Run.Style;

/** A line of running text: the content of a paragraph, a cell, a node. May be empty. Immutable. */
public record Line(List<Run> runs) {

    public static final Line EMPTY = new Line(List.of());

    public Line {
        runs = List.copyOf(runs);
    }

    public static Line of(String text) {
        return new Builder().text(text).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The words of the line without links and numbers, for tables of contents and titles. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        for (Run run : runs) {
            switch (run) {
                case Run.Text(String text, Style style, String lang) when style != Style.SMALL -> plain.append(text);
                case Run.Link(String anchor, String text, String language) -> plain.append(text);
                default -> { }
            }
        }
        return plain.toString();
    }

    /** Collects runs. */
    public static final class Builder {

        private final List<Run> runs = new ArrayList<>();

        public Builder text(String text) {
            return add(new Run.Text(text, Style.PLAIN, null));
        }

        public Builder strong(String text) {
            return add(new Run.Text(text, Style.STRONG, null));
        }

        public Builder small(String text) {
            return add(new Run.Text(text, Style.SMALL, null));
        }

        public Builder muted(String text) {
            return add(new Run.Text(text, Style.MUTED, null));
        }

        public Builder link(String anchor, String text) {
            return add(new Run.Link(anchor, text, null));
        }

        public Builder badge(String text, Run.Tone tone) {
            return add(new Run.Badge(text, tone));
        }

        public Builder line(Line line) {
            runs.addAll(line.runs());
            return this;
        }

        public Builder add(Run run) {
            runs.add(run);
            return this;
        }

        public boolean isEmpty() {
            return runs.isEmpty();
        }

        public Line build() {
            return new Line(runs);
        }
    }
}
