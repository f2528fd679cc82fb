package org.hubmark.ui.reading;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;
import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.ReadingText.Span;
import org.hubmark.core.text.ReadingText.Style;
import org.hubmark.ui.reading.model.Blocks;
import org.hubmark.ui.reading.model.PageGeometry;
import org.hubmark.ui.reading.model.Palette;
import org.hubmark.ui.reading.model.ParagraphShape;
import org.hubmark.ui.reading.model.TableColumns;
import org.hubmark.ui.reading.model.Widths;

/** Lays out blocks with one width, font and palette. Display thread; cost: that of a text layout for each call. */
final class BlockLayouter {

    private static final double SPACING = 0.45;
    /** Bullets and numbers are not longer, in characters. */
    private static final int LONGEST_SIGN = 5;

    private final Device device;
    private final Blocks blocks;
    private final TableColumns tables;
    private final ReadingFonts fonts;
    private final PageGeometry geometry;
    private final Palette palette;

    BlockLayouter(Device device, Blocks blocks, TableColumns tables, PageStyle style) {
        this.device = device;
        this.blocks = blocks;
        this.tables = tables;
        this.fonts = style.fonts();
        this.geometry = style.geometry();
        this.palette = style.palette();
    }

    /** Free space below each line, in pixels. */
    static int spacing(int em) {
        return (int) Math.round(SPACING * em);
    }

    /** Heights of all blocks as far as they can be told from the number of characters. Cost: linear in the text. */
    int[] estimates() {
        int[] result = new int[blocks.count()];
        for (int block = 0; block < result.length; block++) {
            ParagraphShape shape = ParagraphShape.of(blocks.paragraph(block));
            double em = geometry.em() * shape.scale();
            double perLine = 2 * (geometry.width() / em - shape.indent());
            int wide = Widths.halfEms(blocks.text().text(), blocks.start(block), blocks.end(block));
            int lines = Math.max(1, (int) Math.ceil(wide / Math.max(2, perLine - 1)));
            result[block] = before(block) + (int) (lines * em * (1.35 + SPACING));
        }
        return result;
    }

    private int before(int block) {
        return blocks.isFirst(block) ? (int) (geometry.em()
                * ParagraphShape.before(blocks.paragraph(block), blocks.previousParagraph(block))) : 0;
    }

    LaidBlock layOut(int block) {
        Paragraph paragraph = blocks.paragraph(block);
        ParagraphShape shape = ParagraphShape.of(paragraph);
        int top = before(block);
        List<Span> cells = paragraph.kind() == Kind.TABLE_ROW ? TableColumns.cells(paragraph) : List.of();
        List<LaidBox> boxes = new ArrayList<>();
        List<Integer> edges = List.of();
        if (cells.isEmpty() || !blocks.isFirst(block) || !blocks.isLast(block)) {
            int indent = (int) (shape.indent() * geometry.em());
            Slot slot = new Slot(indent, top, geometry.width() - indent);
            boxes.add(box(block, slot, blocks.start(block), blocks.end(block)));
        } else {
            double em = geometry.em() * shape.scale();
            edges = tables.edges(blocks.paragraphIndex(block), cells.size(), geometry.width(), em);
            int pad = geometry.em() / 2;
            for (int i = 0; i < cells.size(); i++) {
                int width = edges.get(i + 1) - edges.get(i) - pad;
                boxes.add(box(block, new Slot(edges.get(i), top, width), cells.get(i).start(), cells.get(i).end()));
            }
        }
        int bottom = boxes.stream().mapToInt(LaidBox::bottom).max().orElse(top);
        Paragraph previous = blocks.previousParagraph(block);
        boolean begins = blocks.isFirst(block) && (previous == null || previous.kind() != paragraph.kind());
        return new LaidBlock(paragraph, blocks.start(block), blocks.end(block), begins, boxes, edges,
                bottom + spacing(geometry.em()));
    }

    private record Slot(int x, int y, int width) {
    }

    private LaidBox box(int block, Slot slot, int start, int end) {
        Paragraph paragraph = blocks.paragraph(block);
        ParagraphShape shape = ParagraphShape.of(paragraph);
        TextLayout layout = new TextLayout(device);
        layout.setText(blocks.text().text().substring(start, end));
        layout.setFont(paragraph.kind() == Kind.CODE ? fonts.mono(shape.scale())
                : fonts.get(shape.scale(), shape.bold() ? SWT.BOLD : SWT.NORMAL));
        layout.setWidth(Math.max(geometry.em(), slot.width()));
        layout.setSpacing(spacing(geometry.em()));
        for (Span span : paragraph.spans()) {
            int from = Math.max(span.start(), start);
            int to = Math.min(span.end(), end);
            TextStyle style = from < to ? style(span.style(), shape) : null;
            if (style != null) {
                layout.setStyle(style, from - start, to - start - 1);
            }
        }
        if (paragraph.kind() == Kind.LIST_ITEM && start == paragraph.start()) {
            hang(layout);
        }
        return new LaidBox(layout, slot.x(), slot.y(), start);
    }

    /** Lets the lines after the first begin below the words and not below the bullet or number. */
    private static void hang(TextLayout layout) {
        int sign = layout.getText().indexOf(' ');
        if (sign > 0 && sign <= LONGEST_SIGN) {
            layout.setWrapIndent(layout.getLocation(sign + 1, false).x);
        }
    }

    private TextStyle style(Style style, ParagraphShape shape) {
        int weight = shape.bold() ? SWT.BOLD : SWT.NORMAL;
        return switch (style) {
            case STRONG -> new TextStyle(fonts.get(shape.scale(), SWT.BOLD), null, null);
            case EMPHASIS -> new TextStyle(fonts.get(shape.scale(), weight | SWT.ITALIC), null, null);
            case CODE -> new TextStyle(fonts.mono(shape.scale()), null, null);
            case LINK -> new TextStyle(fonts.get(shape.scale(), weight), color(palette.link()), null);
            case DIMMED -> new TextStyle(fonts.get(shape.scale(), weight), color(palette.dimmed()), null);
            case CELL -> null;
        };
    }

    static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
