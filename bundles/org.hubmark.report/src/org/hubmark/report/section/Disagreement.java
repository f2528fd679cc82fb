package org.hubmark.report.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.hubmark.model.Element;
import org.hubmark.model.Metric;
import org.hubmark.model.Quantity;

/**
 * Figures of one subject that measure the same, or one of them a part of the other, and differ. A rule of words, not of
 * meaning: measures are compared without brackets, blanks and the word for "number" behind them ("total" stays), units
 * must be the same, periods must not be different ones, and an undated figure is held against the latest dated one.
 *
 * @param metrics two or more, in the order of the model
 */
record Disagreement(Element subject, List<Metric> metrics) {

    private static final String BRACKETS = "[(（\\[][^)）\\]]*[)）\\]]";
    private static final String NUMBER_OF = "(?:数量|个数|(?<!总)数)$";

    /** In the order of the model. Cost: quadratic in the figures of one subject. */
    static List<Disagreement> among(List<Metric> metrics) {
        Map<Element, List<Metric>> bySubject = new LinkedHashMap<>();
        metrics.stream().filter(Disagreement::isComparable)
                .forEach(m -> bySubject.computeIfAbsent(m.getSubject(), k -> new ArrayList<>()).add(m));
        List<Disagreement> found = new ArrayList<>();
        bySubject.forEach((subject, all) -> groups(all).stream().filter(g -> g.size() > 1)
                .forEach(g -> found.add(new Disagreement(subject, g))));
        return found;
    }

    private static boolean isComparable(Metric metric) {
        return metric.getSubject() != null && metric.getQuantity() != null && !core(metric).isEmpty()
                && (metric.getQuantity().getLow() != null || metric.getQuantity().getHigh() != null);
    }

    /** Each figure joins the first group that has one it disagrees with. */
    private static List<List<Metric>> groups(List<Metric> all) {
        List<List<Metric>> groups = new ArrayList<>();
        for (Metric metric : all) {
            groups.stream().filter(g -> g.stream().anyMatch(other -> disagree(metric, other, all))).findFirst()
                    .orElseGet(() -> newGroup(groups)).add(metric);
        }
        return groups;
    }

    private static List<Metric> newGroup(List<List<Metric>> groups) {
        List<Metric> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    private static boolean disagree(Metric one, Metric other, List<Metric> all) {
        Quantity first = one.getQuantity();
        Quantity second = other.getQuantity();
        return isPart(core(one), core(other)) && Objects.equals(first.getUnit(), second.getUnit())
                && Objects.equals(first.getPer(), second.getPer()) && inOneTime(one, other, all)
                && !(equal(first.getLow(), second.getLow()) && equal(first.getHigh(), second.getHigh()));
    }

    private static boolean isPart(String one, String other) {
        return ends(one, other) || ends(other, one);
    }

    /** Whether the longer one is the shorter one with something in front: a whole word in scripts that have them. */
    private static boolean ends(String longer, String shorter) {
        int before = longer.length() - shorter.length() - 1;
        return longer.endsWith(shorter) && (before < 0 || !isAlphabetic(longer.codePointBefore(before + 1))
                || !isAlphabetic(shorter.codePointAt(0)));
    }

    private static boolean isAlphabetic(int codePoint) {
        return Character.isAlphabetic(codePoint) && !Character.isIdeographic(codePoint);
    }

    private static boolean inOneTime(Metric one, Metric other, List<Metric> all) {
        String first = period(one);
        String second = period(other);
        if (first.isEmpty() == second.isEmpty()) {
            return first.equals(second);
        }
        Metric dated = first.isEmpty() ? other : one;
        return all.stream().filter(m -> core(m).equals(core(dated)))
                .noneMatch(m -> period(m).compareTo(period(dated)) > 0);
    }

    private static String period(Metric metric) {
        return metric.getQuantity().getPeriod() == null ? "" : metric.getQuantity().getPeriod().strip();
    }

    private static String core(Metric metric) {
        return metric.getMeasure() == null ? ""
                : metric.getMeasure().replaceAll(BRACKETS, "").strip().replaceFirst(NUMBER_OF, "").strip();
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
