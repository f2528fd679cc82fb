package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class SentencesTest {

    private static final String TEXT = "他说：“先行先试！”随后，专利收入按35%分配；其余归大学。A lab (est. 1,773 m) opened. New line\n 二、目标 ";

    @Test
    void aSentenceKeepsItsClosingQuotes() {
        assertEquals("他说：“先行先试！”", sentence("先试"));
        assertEquals("他说：“先行先试！”", sentence("！"));
        assertEquals("他说：“先行先试！”", sentence("”随"));
    }

    @Test
    void aSentenceEndsAtChineseAndLatinMarksButNotInsideNumbersOrAbbreviations() {
        assertEquals("随后，专利收入按35%分配；其余归大学。", sentence("收入"));
        assertEquals("A lab (est. 1,773 m) opened.", sentence("773"));
        assertEquals("New line", sentence("line"));
    }

    @Test
    void aSentenceDoesNotReachOverALineFeedAndLosesItsBlanks() {
        assertEquals("二、目标", sentence("目标"));
        assertEquals(Optional.empty(), Sentences.sentenceAt("甲。\n  \n乙", 4));
        assertEquals(Optional.empty(), Sentences.sentenceAt("", 0));
    }

    @Test
    void aClauseEndsAtCommaAndSemicolon() {
        assertEquals("随后，", clause("随"));
        assertEquals("专利收入按35%分配；", clause("分配"));
        assertEquals("其余归大学。", clause("大学"));
    }

    @Test
    void aWordIsAChineseWordOrALatinRun() {
        assertEquals("专利", word("专利"));
        assertEquals("大学", word("学"));
        assertEquals("1,773", word("77"));
        assertEquals("35%", word("35"));
        assertEquals("，", word("，"));
        assertEquals("𠮷", slice("甲𠮷", Sentences.wordAt("甲 𠮷", 2).map(s -> new Segment(s.start() - 1, s.end() - 1))));
    }

    @Test
    void theCaretStepsOverClustersAsAWhole() {
        String text = "a𠮷e\u0301👩‍🔬\n";
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length(); i = Sentences.nextCharacter(text, i)) {
            places.add(i);
        }
        assertEquals(List.of(0, 1, 3, 5, 10), places);
        for (int i = text.length(), k = places.size() - 1; k >= 0; k--) {
            i = Sentences.previousCharacter(text, i);
            assertEquals(places.get(k), i);
        }
    }

    @Test
    void theCaretStepsFromClauseToClauseAndBackTheSameWay() {
        List<String> forth = new ArrayList<>();
        for (int i = 0; i < TEXT.length(); i = Sentences.nextClause(TEXT, i)) {
            forth.add(TEXT.substring(i, Math.min(TEXT.length(), i + 2)));
        }
        assertEquals(List.of("他说", "随后", "专利", "其余", "A ", "Ne", "\n ", "二、"), forth);
        List<String> back = new ArrayList<>();
        for (int i = TEXT.length(); i > 0;) {
            i = Sentences.previousClause(TEXT, i);
            back.addFirst(TEXT.substring(i, Math.min(TEXT.length(), i + 2)));
        }
        assertEquals(forth, back);
    }

    @Test
    void everyOffsetOfAnyTextLiesInItsSentenceAndTheCaretAlwaysMoves() {
        for (long seed = 0; seed < 500; seed++) {
            String text = new RandomTexts(seed).canonical();
            for (int i = 0; i < text.length(); i++) {
                int at = i;
                Sentences.sentenceAt(text, i).ifPresent(s -> assertTrue(Script.isBlank(text.charAt(at))
                        || text.charAt(at) == '\n' || s.contains(at), "sentence around " + at));
                Sentences.clauseAt(text, i).ifPresent(s -> assertTrue(Script.isBlank(text.charAt(at))
                        || text.charAt(at) == '\n' || s.contains(at), "clause around " + at));
                assertTrue(Sentences.nextSentence(text, i) > i && Sentences.nextClause(text, i) > i
                        && Sentences.nextCharacter(text, i) > i, "seed " + seed + " forth from " + i);
                assertTrue(Sentences.previousSentence(text, i + 1) <= i && Sentences.previousClause(text, i + 1) <= i
                        && Sentences.previousCharacter(text, i + 1) <= i, "seed " + seed + " back from " + i);
                Sentences.wordAt(text, i);
            }
        }
    }

    private static String sentence(String part) {
        return slice(TEXT, Sentences.sentenceAt(TEXT, TEXT.indexOf(part)));
    }

    private static String clause(String part) {
        return slice(TEXT, Sentences.clauseAt(TEXT, TEXT.indexOf(part)));
    }

    private static String word(String part) {
        return slice(TEXT, Sentences.wordAt(TEXT, TEXT.indexOf(part)));
    }

    private static String slice(String text, Optional<Segment> segment) {
        return segment.map(s -> text.substring(s.start(), s.end())).orElse("");
    }
}
