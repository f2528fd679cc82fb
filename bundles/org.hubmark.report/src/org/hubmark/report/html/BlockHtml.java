package org.hubmark.report.html;

import java.util.List;

import org.hubmark.core.nls.Messages;
import org.hubmark.report.block.Block;

/** Writes blocks. */
final class BlockHtml {

    /** From so many columns of numbers on, their heads stand upright. */
    private static final int MATRIX = 8;

    private final Html html;
    private final Anchors anchors;
    private final LineHtml lines;
    private final TextHtml texts;
    private final RegisterHtml registers;

    BlockHtml(Html html, Anchors anchors, Messages messages) {
        this.html = html;
        this.anchors = anchors;
        this.lines = new LineHtml(html, anchors, messages);
        this.texts = new TextHtml(html, anchors, lines);
        this.registers = new RegisterHtml(html, anchors, lines, messages);
    }

    void write(List<Block> blocks) {
        for (Block block : blocks) {
            write(block);
            html.newLine();
        }
    }

    private void write(Block block) {
        switch (block) {
            case Block.Heading h -> heading(h);
            case Block.Paragraph p -> paragraph(p);
            case Block.FactList f -> facts(f.facts(), "facts");
            case Block.Tiles t -> tiles(t);
            case Block.Tree t -> nodes(t.nodes());
            case Block.Table t -> table(t);
            case Block.Figure f -> html.open("div", "class", "wide", "tabindex", "0").raw(FigureSvg.of(f, anchors))
                    .close("div");
            case Block.Fold f -> fold(f);
            case Block.Register r -> registers.write(r);
            case Block.AnnotatedText t -> texts.write(t);
        }
    }

    private void heading(Block.Heading heading) {
        String tag = "h" + heading.level();
        html.open(tag, "id", anchors.place(heading.anchor()));
        lines.write(heading.line());
        html.close(tag);
    }

    private void paragraph(Block.Paragraph paragraph) {
        String css = switch (paragraph.voice()) {
            case BODY -> null;
            case NOTE -> "note";
            case EMPTY -> "empty";
        };
        html.open("p", "class", css);
        lines.write(paragraph.line());
        html.close("p");
    }

    private void facts(List<Block.Fact> facts, String css) {
        html.open("dl", "class", css);
        for (Block.Fact fact : facts) {
            html.open("div", "id", anchors.place(fact.anchor())).open("dt");
            lines.write(fact.label());
            html.close("dt").open("dd");
            lines.write(fact.value());
            html.close("dd").close("div");
        }
        html.close("dl");
    }

    private void tiles(Block.Tiles tiles) {
        html.open("ul", "class", "tiles");
        for (Block.Tile tile : tiles.tiles()) {
            boolean leads = anchors.has(tile.anchor());
            html.open("li");
            if (leads) {
                html.open("a", "href", "#" + tile.anchor());
            }
            html.element("strong", tile.value()).text(" ").element("span", tile.label());
            if (leads) {
                html.close("a");
            }
            html.close("li");
        }
        html.close("ul");
    }

    private void nodes(List<Block.Node> nodes) {
        html.open("ul", "class", "tree");
        for (Block.Node node : nodes) {
            html.open("li", "id", anchors.place(node.anchor()));
            lines.write(node.line());
            if (!node.facts().isEmpty()) {
                facts(node.facts(), "inline");
            }
            if (!node.children().isEmpty()) {
                nodes(node.children());
            }
            html.close("li").newLine();
        }
        html.close("ul");
    }

    private void table(Block.Table table) {
        boolean matrix = table.numeric().size() >= MATRIX;
        html.open("div", "class", "wide", "tabindex", "0").open("table", "class", matrix ? "matrix" : null);
        if (!table.caption().isEmpty()) {
            html.open("caption");
            lines.write(table.caption());
            html.close("caption");
        }
        html.open("thead").open("tr");
        for (int i = 0; i < table.columns().size(); i++) {
            cell("th", "col", table.columns().get(i), table.numeric().contains(i));
        }
        html.close("tr").close("thead").newLine().open("tbody");
        for (Block.Row row : table.rows()) {
            html.open("tr", "id", anchors.place(row.anchor()), "class", row.total() ? "total" : null);
            for (int i = 0; i < row.cells().size(); i++) {
                boolean numeric = table.numeric().contains(i);
                cell(i == 0 ? "th" : "td", i == 0 ? "row" : null, row.cells().get(i), numeric);
            }
            html.close("tr").newLine();
        }
        html.close("tbody").close("table").close("div");
    }

    private void cell(String tag, String scope, Block.Cell cell, boolean numeric) {
        html.open(tag, "scope", scope, "id", anchors.place(cell.anchor()), "class", numeric ? "number" : null);
        lines.write(cell.line());
        html.close(tag);
    }

    private void fold(Block.Fold fold) {
        String tag = "h" + fold.level();
        html.open("details", "id", anchors.place(fold.anchor()), "class", "level" + fold.level(), "open",
                fold.open() ? "" : null).open("summary").open(tag);
        lines.write(fold.title());
        html.close(tag).close("summary").newLine();
        write(fold.body());
        html.close("details");
    }
}
