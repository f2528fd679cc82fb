package org.hubmark.core.text;

import java.util.List;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Style;

/** Renders Markdown: blocks become paragraphs, marks are not shown, front matter neither. One use, one thread. */
final class MarkdownLayout extends AbstractVisitor {

    private final ReadingBuilder out;
    private final int offset;
    private int listDepth;
    private int quoteDepth;
    /** The list item whose first paragraph is still to come; null if none. */
    private ListItem openItem;

    private MarkdownLayout(ReadingBuilder out, int offset) {
        this.out = out;
        this.offset = offset;
    }

    /** The reading text of a Markdown text. Cost: linear. */
    static ReadingText of(String text) {
        int body = FrontMatter.of(text).end();
        ReadingBuilder out = new ReadingBuilder(text);
        Parser parser = Parser.builder().extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
        parser.parse(text.substring(body)).accept(new MarkdownLayout(out, body));
        return out.build();
    }

    @Override
    public void visit(Heading heading) {
        boolean title = heading.getLevel() == 1 && heading.getPrevious() == null
                && heading.getParent() instanceof Document;
        inlines(heading, title ? Kind.TITLE : Kind.HEADING, title ? 0 : heading.getLevel());
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (openItem != null) {
            inlines(paragraph, Kind.LIST_ITEM, listDepth);
        } else {
            inlines(paragraph, quoteDepth > 0 ? Kind.QUOTE : Kind.BODY, 0);
        }
    }

    @Override
    public void visit(ListItem item) {
        listDepth++;
        openItem = item;
        visitChildren(item);
        openItem = null;
        listDepth--;
    }

    @Override
    public void visit(BlockQuote quote) {
        quoteDepth++;
        visitChildren(quote);
        quoteDepth--;
    }

    @Override
    public void visit(FencedCodeBlock code) {
        List<SourceSpan> lines = code.getSourceSpans();
        boolean closed = code.getClosingFenceLength() != null;
        verbatim(lines.subList(Math.min(1, lines.size()), Math.max(1, lines.size() - (closed ? 1 : 0))));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        verbatim(code.getSourceSpans());
    }

    @Override
    public void visit(HtmlBlock html) {
        verbatim(html.getSourceSpans());
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            row(node);
        } else {
            visitChildren(node);
        }
    }

    private void row(Node row) {
        out.begin(Kind.TABLE_ROW, 0);
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                int from = out.length();
                cell(cell);
                out.style(from, Style.CELL);
                if (cell.getNext() != null) {
                    out.insert(Block.CELLS);
                }
            }
        }
        out.end();
    }

    /** The parser drops the backslash of an escaped bar and then counts one too few: such a cell is shown as is. */
    private void cell(Node cell) {
        MarkdownInlines inlines = new MarkdownInlines(out, offset, false);
        boolean escaped = cell.getSourceSpans().stream().anyMatch(this::hasEscapedBar);
        if (escaped) {
            inlines.writeSource(cell);
        } else {
            inlines.writeChildren(cell);
        }
    }

    private boolean hasEscapedBar(SourceSpan span) {
        int start = offset + span.getInputIndex();
        return out.source().substring(start, start + span.getLength()).contains("\\|");
    }

    private void inlines(Node block, Kind kind, int level) {
        out.begin(kind, level);
        if (kind == Kind.LIST_ITEM) {
            marker(openItem);
            openItem = null;
        }
        new MarkdownInlines(out, offset, true).writeChildren(block);
        out.end();
    }

    /** A number is shown as it stands, for texts refer to it. */
    private void marker(ListItem item) {
        int length = 0;
        if (item.getParent() instanceof OrderedList && !item.getSourceSpans().isEmpty()) {
            int start = offset + item.getSourceSpans().getFirst().getInputIndex();
            while (Character.isDigit(out.source().charAt(start + length))) {
                length++;
            }
            out.show(start, start + length + 1);
            out.insert(" ");
        } else {
            out.insert("• ");
        }
    }

    /** Each line as it stands, a paragraph of its own. */
    private void verbatim(List<SourceSpan> lines) {
        for (SourceSpan line : lines) {
            out.begin(Kind.CODE, 0);
            out.show(offset + line.getInputIndex(), offset + line.getInputIndex() + line.getLength());
            out.end();
        }
    }
}
