package org.hubmark.core.text;

import java.util.List;
import java.util.Random;

/** Texts as no author writes them: every kind of character that layout and offsets must survive, in any order. */
final class RandomTexts {

    private static final List<String> PIECES = List.of("中", "国", "创新", "体系", "研究机构", "𠮷", "𠮷林", "é", "e\u0301", "Hub",
            "innovation", "co-", "17", "41.6%", "，", "。", "！", "；", "“", "”", "（", "）", ".", ",", "-", "**", "*", "#",
            "# ",
            " ", "  ", "\u3000", "\u3000\u3000", "\t", "\n", "\n", "\n\n", "\n \n", "表1  数据\n", "图2  结构\n", "一、",
            "1.1 ",
            "①", "[1]", "doi:10.1234/ab\n", "`", "| a | b |\n|---|---|\n", "> ", "- ", "1. ", "[x](y)", "\\|", "&amp;",
            "<b>",
            "甲 乙 丙 丁\n", "东 京 都", "👩‍🔬", "\u2028", "\u0085", "— 3 —\n", "---\n", "```\n");

    private final Random random;

    RandomTexts(long seed) {
        random = new Random(seed);
    }

    /** A canonical text. */
    String canonical() {
        return Canonical.of(any(), replaced -> {
        }).text();
    }

    /** A text with CR, FORM FEED, halves of surrogate pairs and control characters as well. */
    String any() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(120); pieces > 0; pieces--) {
            text.append(switch (random.nextInt(40)) {
                case 0 -> "\r\n";
                case 1 -> "\r";
                case 2 -> "\f";
                case 3 -> "\uD842";
                case 4 -> "\uDFB7";
                case 5 -> "\u0001";
                case 6 -> "\uFEFF";
                case 7 -> "\uFFFE";
                case 8 -> wrappedParagraph();
                default -> PIECES.get(random.nextInt(PIECES.size()));
            });
        }
        return text.toString();
    }

    private String wrappedParagraph() {
        StringBuilder paragraph = new StringBuilder();
        for (int lines = 2 + random.nextInt(6); lines > 0; lines--) {
            for (int i = 0; i < 20; i++) {
                paragraph.append((char) ('一' + random.nextInt(800)));
            }
            paragraph.append(random.nextInt(4) == 0 ? "。\n" : "\n");
        }
        return paragraph.toString();
    }

    int upTo(int bound) {
        return random.nextInt(bound + 1);
    }
}
