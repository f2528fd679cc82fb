package org.hubmark.core.text;

import java.util.List;

/** What each line of a plain text is, judged by its look and its neighbours. */
final class LineRoles {

    /** What a line is. */
    enum Role {
        TITLE, HEADING, BODY, ITEM, FIGURE, TABLE, FOOTNOTE, FURNITURE
    }

    private static final int WIDEST_TITLE = 88;
    /** A line without a final mark that is shorter than this does not go on in a text that is not hard-wrapped. */
    private static final int LONG = 56;

    private final String text;
    private final List<Line> lines;
    private final PageStyle style;
    private final Role[] roles;
    private final int[] levels;

    LineRoles(String text, List<Line> lines, PageStyle style, boolean[] furniture) {
        this.text = text;
        this.lines = lines;
        this.style = style;
        roles = new Role[lines.size()];
        levels = new int[lines.size()];
        int before = -1;
        for (int i = 0; i < roles.length; i++) {
            roles[i] = furniture[i] ? Role.FURNITURE : role(i, before);
            before = isPageEnd(i) ? before : i;
        }
        markTitle();
        markNumberedItems();
        lowerChapters();
    }

    Role at(int i) {
        return roles[i];
    }

    int levelOf(int i) {
        return levels[i];
    }

    /** A line without the mark of a Markdown heading. */
    Segment contentOf(int i) {
        Line line = lines.get(i);
        return new Segment(line.start() + LinePatterns.hashes(line.in(text)), line.end());
    }

    boolean isPageEnd(int i) {
        return roles[i] == Role.FURNITURE || roles[i] == Role.FOOTNOTE;
    }

    private Role role(int i, int before) {
        Line line = lines.get(i);
        String own = line.width() > 2 * WIDEST_TITLE ? text.substring(line.start(), line.start() + WIDEST_TITLE)
                : line.in(text);
        int hashes = LinePatterns.hashes(own);
        int level = line.width() > 2 * WIDEST_TITLE ? 0 : LinePatterns.headingLevel(own.substring(hashes));
        if (hashes > 0) {
            levels[i] = level > 0 ? level : Math.min(6, own.substring(0, hashes).strip().length());
            return Role.HEADING;
        }
        boolean first = before < 0 || roles[before] != Role.BODY && roles[before] != Role.ITEM
                || LineEnds.endsSentence(text, lines.get(before)) || !style.isFull(lines.get(before));
        if (LinePatterns.isFootnote(own)) {
            return Role.FOOTNOTE;
        }
        if (first && LinePatterns.isFigureCaption(own)) {
            return Role.FIGURE;
        }
        if (first && LinePatterns.isTableCaption(own)) {
            return Role.TABLE;
        }
        if (first && level > 0) {
            levels[i] = level;
            return Role.HEADING;
        }
        return first && LinePatterns.isItem(own) ? Role.ITEM : Role.BODY;
    }

    /** The widest of the short lines before the first paragraph, and those after it that go on with a dash. */
    private void markTitle() {
        int first = 0;
        while (first < roles.length && (roles[first] == Role.FURNITURE || isEditorsNote(first))) {
            first = roles[first] == Role.FURNITURE ? first + 1 : endOfNote(first);
        }
        int end = first;
        int widest = first;
        while (end < roles.length && isTitleLine(end)) {
            widest = lines.get(end).width() > lines.get(widest).width() && !isSubtitle(end) ? end : widest;
            end++;
        }
        boolean textFollows = end < roles.length && end - first <= 6 && roles[end] != Role.FURNITURE;
        for (int i = widest; textFollows && i < end; i++) {
            if (i == widest || isSubtitle(i)) {
                roles[i] = Role.TITLE;
            }
        }
    }

    /** Lines 1. 2. 3. with nothing between them are a list. */
    private void markNumberedItems() {
        boolean[] numbered = new boolean[roles.length];
        for (int i = 0; i < roles.length; i++) {
            numbered[i] = roles[i] == Role.HEADING && levels[i] == 1 && contentOf(i).start() == lines.get(i).start()
                    && LinePatterns.isItem(lines.get(i).in(text));
        }
        for (int i = 0; i < roles.length; i++) {
            if (numbered[i] && (i > 0 && numbered[i - 1] || i + 1 < roles.length && numbered[i + 1])) {
                roles[i] = Role.ITEM;
            }
        }
    }

    /** Under 一、 and （一）, a heading 1、 is of a lower level. */
    private void lowerChapters() {
        int highest = 0;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.HEADING) {
                String own = text.substring(contentOf(i).start(), lines.get(i).end());
                if (LinePatterns.isChineseNumbered(own)) {
                    highest = 1;
                } else if (levels[i] == 1 && LinePatterns.isChapterNumbered(own)) {
                    levels[i] = 1 + highest;
                }
            }
        }
    }

    private boolean isEditorsNote(int i) {
        Line line = lines.get(i);
        return (line.width() > WIDEST_TITLE || style.isFull(line)) && LinePatterns.isLabelled(line.in(text));
    }

    /** Index after the paragraph that begins with a line. */
    private int endOfNote(int i) {
        int last = i;
        while (last + 1 < roles.length && style.isFull(lines.get(last))
                && goesOn(lines.get(last), lines.get(last + 1), false)) {
            last++;
        }
        return last + 1;
    }

    private boolean isSubtitle(int i) {
        return text.startsWith("——", contentOf(i).start());
    }

    private boolean isTitleLine(int i) {
        Line line = lines.get(i);
        boolean numbered = roles[i] == Role.HEADING
                && LinePatterns.headingLevel(text.substring(contentOf(i).start(), line.end())) > 0;
        return (roles[i] == Role.BODY || roles[i] == Role.HEADING) && !numbered && line.width() <= WIDEST_TITLE
                && line.han() + line.latin() >= 2 && !LineEnds.endsSentence(text, line) && !style.isFull(line)
                && !LinePatterns.isLabelled(line.in(text));
    }

    /** Index after a heading or caption that may go on in the next lines. */
    int endOfHeading(int i) {
        int next = i + 1;
        while (style.isWrapped() && next < Math.min(roles.length, i + 4)
                && headingGoesOn(i, lines.get(next - 1), next)) {
            next++;
        }
        return next;
    }

    /** A full line goes on in one that is not; a heading close above another line does so sooner, being set larger. */
    private boolean headingGoesOn(int i, Line upper, int next) {
        Line lower = lines.get(next);
        if (roles[next] != Role.BODY || LineEnds.endsSentence(text, lower) || lower.indent() >= 4) {
            return false;
        }
        if (style.isFull(upper) && !style.isFull(lower) && lower.gap() <= style.gap()) {
            return true;
        }
        return roles[i] == Role.HEADING && lower.gap() == 0 && style.gap() > 0
                && 10 * upper.width() >= 7 * style.width() && 5 * lower.width() <= 4 * style.width();
    }

    /** Whether a line after a figure's caption is one of the words in the figure. */
    boolean isLabel(int i) {
        Line line = lines.get(i);
        if (roles[i] != Role.BODY || LineEnds.endsSentence(text, line) || LinePatterns.isLabelled(line.in(text))) {
            return false;
        }
        if (!style.isWrapped()) {
            return line.width() < LONG / 2 && line.gap() > 0;
        }
        boolean close = line.gap() == 0 && style.gap() > 0 && line.in(text).indexOf('，') < 0;
        return !style.isFull(line) || close && line.width() < WIDEST_TITLE;
    }

    /** Whether a table is over with this line: a heading, a caption, or three lines of running text. */
    boolean endsTable(int i) {
        if (roles[i] == Role.FIGURE || roles[i] == Role.TABLE || roles[i] == Role.TITLE
                || roles[i] == Role.HEADING && !Character.isDigit(text.charAt(lines.get(i).end() - 1))) {
            return true;
        }
        if (!style.isWrapped()) {
            return lines.get(i).width() > WIDEST_TITLE && LineEnds.endsSentence(text, lines.get(i));
        }
        for (int k = i; k < i + 3; k++) {
            boolean prose = k < roles.length && roles[k] == Role.BODY && style.isFull(lines.get(k))
                    && lines.get(k).width() <= style.width() + 6 && (k == i || lines.get(k).gap() == style.gap());
            if (!prose) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line goes on with the paragraph of another. */
    boolean goesOn(Line line, Line next, boolean apart) {
        boolean indented = next.indent() >= 4 || next.indent() >= 2 && text.charAt(next.start() - 1) == '\u3000';
        if (indented || line.isForeign() != next.isForeign() && line.width() > 15 && next.width() > 15
                || LinePatterns.isLabelled(next.in(text))) {
            return false;
        }
        boolean ended = LineEnds.endsSentence(text, line);
        if (style.isFull(line)) {
            return !ended || !apart && next.gap() <= style.gap() && style.isFilled(line);
        }
        if (ended) {
            return false;
        }
        boolean wrapped = line.isForeign() ? style.foreignWidth() > 0 : style.isWrapped();
        return wrapped ? 2 * line.width() >= style.width() && next.gap() <= style.gap() && !apart
                : line.width() >= LONG && next.width() >= 8;
    }
}
