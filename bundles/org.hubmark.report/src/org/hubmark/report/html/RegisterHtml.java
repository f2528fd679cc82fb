package org.hubmark.report.html;

import org.hubmark.core.nls.Messages;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Line;

/** Writes registers: each passage an article with its quote, where it stands, and what it is used for. */
final class RegisterHtml {

    private final Html html;
    private final Anchors anchors;
    private final LineHtml lines;
    private final Messages messages;

    RegisterHtml(Html html, Anchors anchors, LineHtml lines, Messages messages) {
        this.html = html;
        this.anchors = anchors;
        this.lines = lines;
        this.messages = messages;
    }

    void write(Block.Register register) {
        html.open("div", "class", "register").newLine();
        register.entries().forEach(this::entry);
        html.close("div");
    }

    private void entry(Block.Entry entry) {
        html.open("article", "id", anchors.place(Block.registerAnchor(entry.number())));
        number(entry);
        html.open("div").element("blockquote", entry.quote(), "lang", entry.language());
        html.open("p", "class", "source");
        lines.write(entry.source());
        html.close("p");
        if (!entry.uses().isEmpty()) {
            html.open("ul", "class", "uses");
            for (Line use : entry.uses()) {
                html.open("li");
                lines.write(use);
                html.close("li");
            }
            html.close("ul");
        }
        details(entry);
        html.close("div").close("article").newLine();
    }

    private void number(Block.Entry entry) {
        String anchor = Block.textAnchor(entry.number());
        String number = Integer.toString(entry.number());
        if (anchors.has(anchor)) {
            html.element("a", number, "class", "no", "href", "#" + anchor, "aria-label",
                    messages.get("register.toText", number));
        } else {
            html.element("span", number, "class", "no");
        }
    }

    private void details(Block.Entry entry) {
        if (entry.details().isEmpty()) {
            return;
        }
        html.open("dl", "class", "inline");
        for (Block.Fact detail : entry.details()) {
            html.open("div").open("dt");
            lines.write(detail.label());
            html.close("dt").open("dd");
            lines.write(detail.value());
            html.close("dd").close("div");
        }
        html.close("dl");
    }
}
