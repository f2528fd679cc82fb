package org.hubmark.report.html;

import java.util.Locale;
import java.util.regex.Pattern;

import org.hubmark.core.nls.Messages;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** Writes lines. */
final class LineHtml {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Html html;
    private final Anchors anchors;
    private final Messages messages;

    LineHtml(Html html, Anchors anchors, Messages messages) {
        this.html = html;
        this.anchors = anchors;
        this.messages = messages;
    }

    void write(Line line) {
        for (Run run : line.runs()) {
            write(run);
        }
    }

    /** Writes the words of a line that stand for it elsewhere: no links, no numbers, nothing small. */
    void writeName(Line line) {
        for (Run run : line.runs()) {
            if (run instanceof Run.Text(String text, Run.Style style, String language) && style != Run.Style.SMALL
                    && !text.isBlank()) {
                text(text.strip(), Run.Style.PLAIN, language);
            }
        }
    }

    private void write(Run run) {
        switch (run) {
            case Run.Text(String text, Run.Style style, String language) -> text(text, style, language);
            case Run.Link(String anchor, String text, String language) -> link(anchor, text, language);
            case Run.Cite(int number, Run.Mark mark) -> cite(number, mark);
            case Run.Badge(String text, Run.Tone tone) ->
                html.element("span", text, "class", "badge " + tone.name().toLowerCase(Locale.ROOT));
            case Run.Swatch(String color) -> swatch(color);
            case Run.Bar(double share) -> html.open("span", "class", "bar", "aria-hidden", "true")
                    .element("i", "", "style", "width:" + Math.round(share * 100) + "%").close("span");
        }
    }

    private void text(String text, Run.Style style, String language) {
        switch (style) {
            case PLAIN -> {
                if (language == null) {
                    html.text(text);
                } else {
                    html.element("span", text, "lang", language);
                }
            }
            case STRONG -> html.element("strong", text, "lang", language);
            case SMALL -> html.element("small", text, "lang", language);
            case MUTED -> html.element("span", text, "class", "muted", "lang", language);
        }
    }

    private void link(String anchor, String text, String language) {
        if (anchors.has(anchor)) {
            html.element("a", text, "href", "#" + anchor, "lang", language);
        } else {
            text(text, Run.Style.PLAIN, language);
        }
    }

    private void cite(int number, Run.Mark mark) {
        String label = switch (mark) {
            case SUPPORTS -> messages.get("cite.supports", Integer.toString(number));
            case CONTRADICTS -> messages.get("cite.contradicts", Integer.toString(number));
            case MENTIONS -> messages.get("cite.mentions", Integer.toString(number));
        };
        String css = "cite " + mark.name().toLowerCase(Locale.ROOT);
        String anchor = Block.registerAnchor(number);
        String shown = switch (mark) {
            case SUPPORTS -> Integer.toString(number);
            case CONTRADICTS -> "≠" + number;
            case MENTIONS -> "(" + number + ")";
        };
        if (anchors.has(anchor)) {
            html.element("a", shown, "class", css, "href", "#" + anchor, "aria-label", label);
        } else {
            html.element("span", shown, "class", css);
        }
    }

    private void swatch(String color) {
        if (color != null && COLOR.matcher(color).matches()) {
            html.element("span", "", "class", "swatch", "aria-hidden", "true", "style", "background:" + color);
        }
    }
}
