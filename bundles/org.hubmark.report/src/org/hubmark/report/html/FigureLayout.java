package org.hubmark.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hubmark.report.block.Block;

/**
 * Where the boxes of a figure stand: in layers from top to bottom, each box below those that lead to it; arrows that
 * close a circle lead upwards. Text is measured by a fixed rule, so every machine draws the same picture.
 */
final class FigureLayout {

    static final int BOX_WIDTH = 176;
    static final int LINE_HEIGHT = 20;
    static final int FONT = 14;
    private static final int GAP_X = 28;
    private static final int GAP_Y = 64;
    private static final int MARGIN = 12;
    private static final int LANE = 26;
    private static final int PER_LAYER = 4;
    private static final double LINE_EMS = 11;

    /** @param lines the label, broken */
    record Placed(Block.Box box, List<String> lines, int layer, int x, int y, int height) {
        int middle() {
            return x + BOX_WIDTH / 2;
        }
    }

    private final Map<String, Block.Box> boxes = new LinkedHashMap<>();
    private final Map<String, List<String>> targets = new HashMap<>();
    private final Map<Integer, List<String>> rows = new TreeMap<>();
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final int lanes;
    private int width;
    private int height;

    FigureLayout(Block.Figure figure) {
        figure.boxes().forEach(b -> boxes.put(b.id(), b));
        figure.arrows().stream().filter(this::drawn)
                .forEach(a -> targets.computeIfAbsent(a.from(), k -> new ArrayList<>()).add(a.to()));
        Map<String, Integer> layers = layers();
        apart(figure, layers);
        boxes.keySet().forEach(id -> rows.computeIfAbsent(layers.get(id), k -> new ArrayList<>()).add(id));
        List<Block.Arrow> around = figure.arrows().stream().filter(this::drawn)
                .filter(a -> layers.get(a.to()) != layers.get(a.from()) + 1).toList();
        long left = around.stream().filter(this::onTheLeft).count();
        lanes = LANE * (int) Math.max(left, around.size() - left);
        place();
    }

    /** Whether an arrow that runs beside the boxes does so on the left: not where another box would hide it. */
    boolean onTheLeft(Block.Arrow arrow) {
        boolean left = outermost(arrow, List::getFirst);
        return left || !outermost(arrow, List::getLast);
    }

    private boolean outermost(Block.Arrow arrow, Function<List<String>, String> end) {
        Set<String> ends = rows.values().stream().map(end).collect(Collectors.toSet());
        return ends.contains(arrow.from()) && ends.contains(arrow.to());
    }

    boolean drawn(Block.Arrow arrow) {
        return boxes.containsKey(arrow.from()) && boxes.containsKey(arrow.to()) && !arrow.from().equals(arrow.to());
    }

    List<Placed> placed() {
        return List.copyOf(placed.values());
    }

    Placed placed(String id) {
        return placed.get(id);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Space between two arrows that run beside the boxes. */
    static int lane(int index) {
        return LANE * (1 + index);
    }

    /** Boxes without arrows go below the others, a few in each layer. */
    private void apart(Block.Figure figure, Map<String, Integer> layers) {
        Set<String> linked = new HashSet<>();
        figure.arrows().stream().filter(this::drawn).forEach(a -> linked.addAll(List.of(a.from(), a.to())));
        int first = linked.stream().mapToInt(layers::get).max().orElse(-1) + 1;
        int index = 0;
        for (String id : boxes.keySet()) {
            if (!linked.contains(id)) {
                layers.put(id, first + index++ / PER_LAYER);
            }
        }
    }

    /** The longest way from a start, arrows back to a box on the way left out. */
    private Map<String, Integer> layers() {
        List<String> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<List<String>> back = new HashSet<>();
        for (String id : boxes.keySet()) {
            visit(id, new HashSet<>(), seen, order, back);
        }
        Map<String, Integer> layers = new HashMap<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            String from = order.get(i);
            int next = layers.computeIfAbsent(from, k -> 0) + 1;
            for (String to : targets.getOrDefault(from, List.of())) {
                if (!back.contains(List.of(from, to))) {
                    layers.merge(to, next, Math::max);
                }
            }
        }
        return layers;
    }

    /** Appends boxes in the order in which they are left: reversed, each comes before those it leads to. */
    private void visit(String id, Set<String> path, Set<String> seen, List<String> left, Set<List<String>> back) {
        if (!seen.add(id)) {
            return;
        }
        path.add(id);
        for (String to : targets.getOrDefault(id, List.of())) {
            if (path.contains(to)) {
                back.add(List.of(id, to));
            } else {
                visit(to, path, seen, left, back);
            }
        }
        path.remove(id);
        left.add(id);
    }

    private void place() {
        int widest = rows.values().stream().mapToInt(List::size).max().orElse(0);
        width = 2 * (MARGIN + lanes) + Math.max(0, widest * (BOX_WIDTH + GAP_X) - GAP_X);
        int y = MARGIN;
        for (Map.Entry<Integer, List<String>> row : rows.entrySet()) {
            int x = (width - row.getValue().size() * (BOX_WIDTH + GAP_X) + GAP_X) / 2;
            int tallest = 0;
            for (String id : row.getValue()) {
                Block.Box box = boxes.get(id);
                List<String> lines = broken(box.label());
                int boxHeight = lines.size() * LINE_HEIGHT + 16;
                placed.put(box.id(), new Placed(box, lines, row.getKey(), x, y, boxHeight));
                x += BOX_WIDTH + GAP_X;
                tallest = Math.max(tallest, boxHeight);
            }
            y += tallest + GAP_Y;
        }
        height = y - GAP_Y + MARGIN;
    }

    private static List<String> broken(String label) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (String word : words(label)) {
            double ems = ems(word);
            if (used + ems > LINE_EMS && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
                used = 0;
            }
            line.append(word);
            used += ems;
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** What must not be broken: a word with the blanks after it, or one ideograph. */
    private static List<String> words(String label) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int c : label.codePoints().toArray()) {
            boolean blank = Character.isWhitespace(c);
            boolean afterBlank = !word.isEmpty() && Character.isWhitespace(word.charAt(word.length() - 1));
            if (!word.isEmpty() && (c > 0x2E7F || afterBlank && !blank || word.codePointAt(0) > 0x2E7F)) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(blank ? ' ' : c);
        }
        words.add(word.toString());
        return words;
    }

    static double ems(String text) {
        return text.codePoints()
                .mapToDouble(c -> c > 0x2E7F ? 1 : c == ' ' ? 0.3 : Character.isUpperCase(c) ? 0.68 : 0.55).sum();
    }
}
