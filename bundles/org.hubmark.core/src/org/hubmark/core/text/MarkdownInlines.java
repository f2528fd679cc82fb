package org.hubmark.core.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.hubmark.core.text.ReadingText.Style;

/**
 * Writes what stands inside a block of Markdown: text without its marks, an entity or escaped character as the source
 * has it but for the backslash. The innermost style wins where several hold, for spans do not overlap.
 */
final class MarkdownInlines extends AbstractVisitor {

    private final ReadingBuilder out;
    private final int offset;
    private final boolean styled;
    private Style style;

    /** @param styled false in a table, whose spans are its cells */
    MarkdownInlines(ReadingBuilder out, int offset, boolean styled) {
        this.out = out;
        this.offset = offset;
        this.styled = styled;
    }

    void writeChildren(Node block) {
        visitChildren(block);
    }

    /** Shows a node as the source has it, but for backslashes and blanks at its ends. */
    void writeSource(Node node) {
        for (SourceSpan span : node.getSourceSpans()) {
            int start = offset + span.getInputIndex();
            Sentences.trimmed(out.source(), start, start + span.getLength())
                    .ifPresent(s -> showUnescaped(s.start(), s.end(), true));
        }
    }

    @Override
    public void visit(Text text) {
        show(text, 0);
    }

    @Override
    public void visit(Code code) {
        Style outer = style;
        style = Style.CODE;
        show(code, fence(code));
        style = outer;
    }

    @Override
    public void visit(HtmlInline html) {
        show(html, 0);
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled(emphasis, Style.EMPHASIS);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        styled(emphasis, Style.STRONG);
    }

    @Override
    public void visit(Link link) {
        styled(link, Style.LINK);
    }

    @Override
    public void visit(Image image) {
        styled(image, Style.LINK);
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        boolean chinese = isChineseEnd(lineBreak.getPrevious()) || isChineseStart(lineBreak.getNext());
        out.insert(chinese ? "" : " ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.insert(" ");
    }

    private void styled(Node node, Style inner) {
        Style outer = style;
        style = inner;
        visitChildren(node);
        style = outer;
    }

    /** Shows the source of a node, without so many characters at both ends. */
    private void show(Node node, int marks) {
        int from = out.length();
        var spans = node.getSourceSpans();
        for (int i = 0; i < spans.size(); i++) {
            SourceSpan span = spans.get(i);
            int start = offset + span.getInputIndex() + (i == 0 ? marks : 0);
            int end = offset + span.getInputIndex() + span.getLength() - (i == spans.size() - 1 ? marks : 0);
            out.insert(i == 0 ? "" : " ");
            showUnescaped(start, end, node instanceof Text);
        }
        if (style != null && styled) {
            out.style(from, style);
        }
    }

    /** A backslash before punctuation is a mark. */
    private void showUnescaped(int start, int end, boolean escapes) {
        String source = out.source();
        int from = start;
        for (int i = start; escapes && i + 1 < end; i++) {
            if (source.charAt(i) == '\\' && isPunctuation(source.charAt(i + 1))) {
                out.show(from, i);
                from = ++i;
            }
        }
        out.show(from, Math.max(from, end));
    }

    private int fence(Code code) {
        SourceSpan first = code.getSourceSpans().getFirst();
        int start = offset + first.getInputIndex();
        int length = 0;
        while (length < first.getLength() && out.source().charAt(start + length) == '`') {
            length++;
        }
        return length;
    }

    private boolean isChineseEnd(Node before) {
        SourceSpan span = before == null || before.getSourceSpans().isEmpty() ? null
                : before.getSourceSpans().getLast();
        return span != null && isChinese(offset + span.getInputIndex() + span.getLength() - 1);
    }

    private boolean isChineseStart(Node after) {
        SourceSpan span = after == null || after.getSourceSpans().isEmpty() ? null
                : after.getSourceSpans().getFirst();
        return span != null && isChinese(offset + span.getInputIndex());
    }

    private boolean isChinese(int at) {
        char c = out.source().charAt(at);
        return Script.isHan(c) || Script.isHanMark(c);
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
}
