package org.hubmark.ui.reading.model;

import java.util.Optional;

import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.Segment;
import org.hubmark.core.text.Sentences;

/**
 * Caret and selection of one reading text, in reading offsets. A character is what the reader sees as one: the caret
 * never stands inside a surrogate pair or between a letter and its accent. Not thread-safe.
 */
public final class CaretModel {

    private final ReadingText text;
    private final String content;
    private int anchor;
    private int caret;
    private boolean lineEnd;
    private Snap snap = Snap.CHARACTER;
    private Range snapped = new Range(0, 0);

    public CaretModel(ReadingText text) {
        this.text = text;
        this.content = text.text();
    }

    private enum Snap {
        CHARACTER, CLAUSE, PARAGRAPH
    }

    public int caret() {
        return caret;
    }

    /** Whether the caret stands at the end of a wrapped line, and not before the same character on the next one. */
    public boolean atLineEnd() {
        return lineEnd;
    }

    public Range selection() {
        return Range.between(anchor, caret);
    }

    /** Moves the caret, with {@code extend} the selection's moving end. */
    public void moveTo(int offset, boolean atLineEnd, boolean extend) {
        caret = clamp(offset);
        lineEnd = atLineEnd;
        if (!extend) {
            anchor = caret;
        }
    }

    /** Selects; the caret is at {@code end}, which may be before {@code start}. */
    public void select(int start, int end) {
        anchor = clamp(start);
        caret = clamp(end);
        lineEnd = caret > anchor;
    }

    public void selectAll() {
        select(0, content.length());
    }

    /**
     * One step. Without {@code extend} a step by a character from a selection goes to its edge, as everywhere.
     *
     * @throws IllegalArgumentException for a unit that needs the layout
     */
    public void step(CaretUnit unit, boolean forward, boolean extend) {
        Range selection = selection();
        if (unit == CaretUnit.CHARACTER && !extend && !selection.isEmpty()) {
            moveTo(forward ? selection.end() : selection.start(), false, false);
        } else {
            moveTo(target(unit, forward), false, extend);
        }
    }

    private int target(CaretUnit unit, boolean forward) {
        boolean stays = forward ? caret == content.length() : caret == 0;
        if (stays) {
            return caret;
        }
        return switch (unit) {
            case CHARACTER ->
                forward ? Sentences.nextCharacter(content, caret) : Sentences.previousCharacter(content, caret);
            case CLAUSE -> forward ? Sentences.nextClause(content, caret) : Sentences.previousClause(content, caret);
            case SENTENCE ->
                forward ? Sentences.nextSentence(content, caret) : Sentences.previousSentence(content, caret);
            case PARAGRAPH -> paragraphEdge(forward);
            case DOCUMENT -> forward ? content.length() : 0;
            default -> throw new IllegalArgumentException("needs the layout: " + unit);
        };
    }

    private int paragraphEdge(boolean forward) {
        int index = text.paragraphAt(caret);
        int start = text.paragraphs().get(index).start();
        if (!forward) {
            return caret > start || index == 0 ? start : text.paragraphs().get(index - 1).start();
        }
        return index + 1 < text.paragraphs().size() ? text.paragraphs().get(index + 1).start() : content.length();
    }

    /** A mouse press: the second in a row selects the clause (or the Latin word), the third the paragraph. */
    public void press(int offset, boolean atLineEnd, int clicks, boolean extend) {
        snap = switch (clicks) {
            case 1 -> Snap.CHARACTER;
            case 2 -> Snap.CLAUSE;
            default -> Snap.PARAGRAPH;
        };
        if (snap == Snap.CHARACTER) {
            moveTo(offset, atLineEnd, extend);
        } else {
            snapped = around(clamp(offset));
            select(snapped.start(), snapped.end());
        }
    }

    /** The pointer went on with the button down: the selection grows by what the press selected by. */
    public void drag(int offset, boolean atLineEnd) {
        if (snap == Snap.CHARACTER) {
            moveTo(offset, atLineEnd, true);
            return;
        }
        Range here = around(clamp(offset));
        if (here.start() < snapped.start()) {
            select(snapped.end(), here.start());
        } else {
            select(snapped.start(), Math.max(snapped.end(), here.end()));
        }
    }

    /** Selects the clause, sentence or paragraph the caret stands in. */
    public void selectAround(CaretUnit unit) {
        Range found = switch (unit) {
            case CLAUSE -> clause(caret);
            case SENTENCE -> sentence(caret);
            default -> paragraph(caret);
        };
        select(found.start(), found.end());
    }

    private Range around(int offset) {
        return snap == Snap.PARAGRAPH ? paragraph(offset) : wordOrClause(offset);
    }

    private Range wordOrClause(int offset) {
        boolean latin = offset < content.length()
                && Character.UnicodeScript.of(content.codePointAt(offset)) == Character.UnicodeScript.LATIN;
        return latin ? orNothing(Sentences.wordAt(content, offset), offset) : clause(offset);
    }

    private Range clause(int offset) {
        return orNothing(Sentences.clauseAt(content, offset), offset);
    }

    private Range sentence(int offset) {
        return orNothing(Sentences.sentenceAt(content, offset), offset);
    }

    private static Range orNothing(Optional<Segment> found, int offset) {
        return found.map(s -> new Range(s.start(), s.end())).orElse(new Range(offset, offset));
    }

    private Range paragraph(int offset) {
        Paragraph paragraph = text.paragraphs().get(text.paragraphAt(offset));
        return new Range(paragraph.start(), paragraph.end());
    }

    private int clamp(int offset) {
        return Math.clamp(offset, 0, content.length());
    }
}
