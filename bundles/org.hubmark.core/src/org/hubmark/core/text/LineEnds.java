package org.hubmark.core.text;

/** What the last characters of a line say. */
final class LineEnds {

    private static final String FINAL = "。！？!?.．；;：:…";

    private LineEnds() {
    }

    /** Whether a sentence ends with the line, a reference mark or closing quote after it aside. */
    static boolean endsSentence(String text, Line line) {
        int i = beforeMarks(text, line);
        return i >= line.start() && FINAL.indexOf(text.charAt(i)) >= 0;
    }

    private static int beforeMarks(String text, Line line) {
        int i = line.end() - 1;
        while (i >= line.start()) {
            char c = text.charAt(i);
            if (c == ']') {
                int open = text.lastIndexOf('[', i);
                if (open < line.start() || i - open > 6) {
                    return i;
                }
                i = open - 1;
            } else if (c >= '①' && c <= '⑳' || Mark.isClosing(c) || Script.isBlank(c)) {
                i--;
            } else {
                return i;
            }
        }
        return i;
    }
}
