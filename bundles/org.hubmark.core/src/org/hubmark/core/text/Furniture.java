package org.hubmark.core.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.hubmark.core.briefing.Part;

/** Finds what belongs to the page and not to the text: running heads, feet, page numbers, DOI lines, mastheads. */
final class Furniture {

    private static final Pattern DOI = Pattern.compile("(?i)doi\\s*[:：]?\\s*10\\.\\d{4,}/\\S+");
    private static final Pattern PAGE = Pattern.compile("[-–—·~]+\\s*\\d{1,4}\\s*[-–—·~]+|"
            + "第\\s*\\d{1,4}\\s*页.{0,12}|(?i:page)\\s+\\d+.{0,10}");
    private static final Pattern VOLUME = Pattern.compile(
            "\\d{4}\\s*年\\s*第\\s*\\d+\\s*[卷期].{0,24}|(?i:vol)\\.?\\s*\\d+.{0,40}");
    private static final Pattern ISSUE = Pattern.compile(".{0,12}(?:第\\s*\\d+\\s*期|总第).{0,16}");
    private static final Pattern DATE = Pattern.compile(
            "[\\d〇零一二三四五六七八九十○]{4}\\s*年\\s*[\\d元一二三四五六七八九十]{1,2}\\s*月.{0,8}");
    private static final Pattern BARE_NUMBER = Pattern.compile("[0-9]{1,4}");
    /** Lines. */
    private static final int SHORTEST_PAGE = 8;
    /** What DOI lines, page numbers and volumes begin with. */
    private static final String STARTS = "dD-–—·~第pPvV0123456789";
    private static final int MASTHEAD_LINES = 12;
    private static final int WIDEST = 80;

    private final String text;
    private final List<Line> lines;
    private final boolean[] found;

    private Furniture(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
        this.found = new boolean[lines.size()];
    }

    /** Which lines it is, by index. Cost: linear. */
    static boolean[] of(String text, List<Line> lines, List<Part> parts) {
        Furniture furniture = new Furniture(text, lines);
        furniture.markMasthead();
        furniture.markByLook();
        furniture.markPageNumbers();
        furniture.markRepeated();
        furniture.markCapitalsAbove();
        furniture.markParts(parts);
        return furniture.found;
    }

    /** The lines above the title: series, issue, publisher, date. */
    private void markMasthead() {
        int last = -1;
        boolean issue = false;
        for (int i = 0; i < Math.min(MASTHEAD_LINES, lines.size()); i++) {
            String line = lines.get(i).in(text);
            if (lines.get(i).width() > 48 || line.endsWith("。")) {
                break;
            }
            issue |= ISSUE.matcher(line).matches();
            last = ISSUE.matcher(line).matches() || DATE.matcher(line).matches() ? i : last;
        }
        for (int i = 0; issue && last + 1 < lines.size() && i <= last; i++) {
            found[i] = true;
        }
    }

    private void markByLook() {
        for (int i = 0; i < found.length; i++) {
            if (lines.get(i).width() <= WIDEST && STARTS.indexOf(text.charAt(lines.get(i).start())) >= 0) {
                String line = lines.get(i).in(text);
                found[i] |= DOI.matcher(line).matches() || PAGE.matcher(line).matches()
                        || VOLUME.matcher(line).matches();
            }
        }
    }

    /** Bare numbers that count on from page to page. */
    private void markPageNumbers() {
        int last = -1;
        for (int i = 0; i < found.length; i++) {
            if (lines.get(i).width() <= 4 && BARE_NUMBER.matcher(lines.get(i).in(text)).matches()) {
                int step = last < 0 ? 0 : number(i) - number(last);
                if (i - last >= SHORTEST_PAGE && (step == 1 || step == 2)) {
                    found[i] = true;
                    found[last] = true;
                }
                last = i;
            }
        }
    }

    private int number(int i) {
        return Integer.parseInt(lines.get(i).in(text));
    }

    /** The same words at several places, page numbers aside: more often for Chinese words on their own. */
    private void markRepeated() {
        Map<String, Integer> counts = new HashMap<>();
        String[] keys = new String[found.length];
        for (int i = 0; i < found.length; i++) {
            Line line = lines.get(i);
            if (line.width() >= 14 && line.width() <= WIDEST && !LineEnds.endsSentence(text, line)) {
                keys[i] = words(line);
                counts.merge(keys[i], 1, Integer::sum);
            }
        }
        for (int i = 0; i < found.length; i++) {
            boolean few = keys[i] != null && (isForeign(keys[i]) || isBesideFound(i));
            found[i] |= keys[i] != null && keys[i].length() >= 6 && counts.get(keys[i]) >= (few ? 2 : 4);
        }
    }

    private boolean isBesideFound(int i) {
        return i > 0 && found[i - 1] || i + 1 < found.length && found[i + 1];
    }

    /** Without blanks and digits. */
    private String words(Line line) {
        StringBuilder words = new StringBuilder(line.end() - line.start());
        for (int i = line.start(); i < line.end(); i++) {
            char c = text.charAt(i);
            if (!Script.isBlank(c) && !Character.isDigit(c)) {
                words.append(c);
            }
        }
        return words.toString();
    }

    private static boolean isForeign(String words) {
        long han = words.chars().filter(c -> Script.isHan((char) c)).count();
        return words.chars().filter(c -> Script.isLatin((char) c)).count() >= Math.max(8, 1 + han);
    }

    /** A running title in capitals over a foot that was found, with its Chinese form right above it. */
    private void markCapitalsAbove() {
        for (int i = found.length - 1; i > 0; i--) {
            if (found[i] && !found[i - 1] && isCapitals(lines.get(i - 1))) {
                found[i - 1] = true;
            } else if (found[i] && !found[i - 1] && lines.get(i).gap() == 0 && isCapitals(lines.get(i))
                    && !LineEnds.endsSentence(text, lines.get(i - 1))) {
                found[i - 1] = true;
            }
        }
    }

    private boolean isCapitals(Line line) {
        String words = line.in(text);
        long capitals = words.chars().filter(Character::isUpperCase).count();
        return line.isForeign() && line.latin() >= 16 && 10 * capitals >= 8 * line.latin();
    }

    private void markParts(List<Part> parts) {
        for (Part part : parts) {
            if (Part.RUNNING_HEAD.equals(part.kind()) || Part.MASTHEAD.equals(part.kind())) {
                for (int i = 0; i < found.length; i++) {
                    found[i] |= lines.get(i).start() >= part.start() && lines.get(i).end() <= part.end();
                }
            }
        }
    }
}
