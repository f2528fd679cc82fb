package org.hubmark.report.html;

import org.hubmark.report.block.Block;
import org.hubmark.report.html.FigureLayout.Placed;

/** Draws figures as SVG inside the page; colours come from its style sheet. */
final class FigureSvg {

    private static final int RADIUS = 10;

    private final Html html = new Html();
    private final FigureLayout layout;
    private final Block.Figure figure;
    private final Anchors anchors;
    private int left;
    private int right;

    private FigureSvg(Block.Figure figure, Anchors anchors) {
        this.figure = figure;
        this.anchors = anchors;
        this.layout = new FigureLayout(figure);
    }

    static String of(Block.Figure figure, Anchors anchors) {
        return new FigureSvg(figure, anchors).draw();
    }

    private String draw() {
        html.open("svg", "viewBox", "0 0 " + layout.width() + " " + layout.height(), "width", layout.width() + "",
                "height", layout.height() + "", "role", "img", "aria-label", figure.title()).newLine();
        figure.arrows().stream().filter(layout::drawn).forEach(this::arrow);
        layout.placed().forEach(this::box);
        return html.close("svg").toString();
    }

    private void box(Placed box) {
        boolean leads = anchors.has(box.box().anchor());
        if (leads) {
            html.open("a", "href", "#" + box.box().anchor());
        }
        html.open("rect", "x", box.x() + "", "y", box.y() + "", "width", FigureLayout.BOX_WIDTH + "", "height",
                box.height() + "", "rx", "6").close("rect");
        int y = box.y() + 8 + FigureLayout.FONT;
        for (String line : box.lines()) {
            html.element("text", line, "x", box.middle() + "", "y", y + "", "text-anchor", "middle");
            y += FigureLayout.LINE_HEIGHT;
        }
        if (leads) {
            html.close("a");
        }
        html.newLine();
    }

    /** Straight to the next layer; beside the boxes, if elsewhere. */
    private void arrow(Block.Arrow arrow) {
        Placed from = layout.placed(arrow.from());
        Placed to = layout.placed(arrow.to());
        if (to.layer() == from.layer() + 1) {
            straight(arrow, from, to);
        } else if (layout.onTheLeft(arrow)) {
            around(arrow, from, to, -1, FigureLayout.lane(left++));
        } else {
            around(arrow, from, to, 1, FigureLayout.lane(right++));
        }
    }

    private void straight(Block.Arrow arrow, Placed from, Placed to) {
        int startX = from.middle();
        int startY = from.y() + from.height();
        int endX = to.middle();
        int endY = to.y() - 2;
        line(arrow, "M" + startX + " " + startY + " L" + endX + " " + (endY - 8));
        head(endX, endY, endX - 5, endY - 9, endX + 5, endY - 9);
        badge(arrow, (startX + endX) / 2, (startY + endY) / 2 - 4);
    }

    /** @param sign 1 on the right, -1 on the left */
    private void around(Block.Arrow arrow, Placed from, Placed to, int sign, int lane) {
        int side = sign > 0 ? FigureLayout.BOX_WIDTH : 0;
        int startX = from.x() + side;
        int startY = from.y() + from.height() / 2 + lane / 4;
        int endX = to.x() + side;
        int endY = to.y() + to.height() / 2 + lane / 4;
        int outX = (sign > 0 ? Math.max(startX, endX) : Math.min(startX, endX)) + sign * lane;
        line(arrow, "M" + startX + " " + startY + " L" + outX + " " + startY + " L" + outX + " " + endY + " L"
                + (endX + sign * 9) + " " + endY);
        head(endX + sign, endY, endX + sign * 10, endY - 5, endX + sign * 10, endY + 5);
        badge(arrow, outX, (startY + endY) / 2);
    }

    private void line(Block.Arrow arrow, String path) {
        html.open("path", "class", arrow.inferred() ? "inferred" : null, "d", path).close("path");
    }

    private void head(int... points) {
        html.open("polygon", "points", points[0] + "," + points[1] + " " + points[2] + "," + points[3] + " " + points[4]
                + "," + points[5]).close("polygon");
    }

    private void badge(Block.Arrow arrow, int x, int y) {
        html.open("circle", "cx", x + "", "cy", y + "", "r", RADIUS + "").close("circle")
                .element("text", arrow.number() + "", "class", "number", "x", x + "", "y", y + 4 + "", "text-anchor",
                        "middle").newLine();
    }
}
