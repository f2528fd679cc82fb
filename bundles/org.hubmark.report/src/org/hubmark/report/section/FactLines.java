package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.EList;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.model.Element;
import org.hubmark.model.Fact;
import org.hubmark.model.Row;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Line;

/** Writes facts: those of one key in one line, where neighbours that rest on the same passages share them. */
final class FactLines {

    private final Wording wording;
    private final Evidencing evidencing;
    private final Named named;

    FactLines(Wording wording, Evidencing evidencing, Named named) {
        this.wording = wording;
        this.named = named;
        this.evidencing = evidencing;
    }

    /** The fact that has the anchor of the line in which a fact stands. */
    static Fact first(Fact fact) {
        EList<Fact> all = switch (fact.eContainer()) {
            case Element element -> element.getFacts();
            case Row row -> row.getFacts();
            case null, default -> null;
        };
        return all == null ? fact : all.stream().filter(f -> Objects.equals(f.getKey(), fact.getKey())).findFirst()
                .orElse(fact);
    }

    /** @param founded whether what they are facts of has evidence */
    List<Block.Fact> of(List<Fact> all, boolean founded) {
        Map<String, List<Fact>> byKey = new LinkedHashMap<>();
        all.forEach(f -> byKey.computeIfAbsent(f.getKey(), k -> new ArrayList<>()).add(f));
        return byKey.values().stream().map(group -> line(group, founded)).toList();
    }

    /** Evidence for a fact or its quantity. */
    List<Evidence> evidence(Fact fact) {
        List<Evidence> own = evidencing.of(Scope.id(fact));
        return fact.getQuantity() == null ? own
                : Stream.concat(own.stream(), evidencing.of(Scope.id(fact.getQuantity())).stream()).toList();
    }

    private Block.Fact line(List<Fact> group, boolean founded) {
        Line.Builder line = Line.builder();
        String separator = "";
        boolean names = group.stream().allMatch(f -> Wording.blank(f.getText()) || named.knows(f.getText()));
        for (List<Fact> run : runs(group)) {
            values(line.text(separator), run, names);
            evidencing.appendOwn(line, evidence(run.getFirst()), founded);
            separator = wording.messages().get("list.stronger");
        }
        return new Block.Fact(Targets.anchor(group.getFirst()), Line.of(wording.key(group.getFirst().getKey())),
                line.build());
    }

    private List<List<Fact>> runs(List<Fact> group) {
        List<List<Fact>> runs = new ArrayList<>();
        for (Fact fact : group) {
            if (runs.isEmpty() || !Evidencing.same(evidence(runs.getLast().getFirst()), evidence(fact))) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(fact);
        }
        return runs;
    }

    private void values(Line.Builder line, List<Fact> run, boolean names) {
        List<Line> values = run.stream().map(f -> value(f, names)).toList();
        String between = wording.separator(values.stream().map(Line::plain));
        String separator = "";
        for (Line value : values) {
            line.text(separator).line(value);
            separator = between;
        }
    }

    /** @param names whether the texts of its key all are names: else none is made a link, lest the line be mixed */
    private Line value(Fact fact, boolean names) {
        Line.Builder value = Line.builder();
        if (fact.getReference() != null) {
            wording.name(fact.getReference()).appendLink(value, Targets.anchor(fact.getReference()));
        } else if (fact.getQuantity() != null) {
            wording.append(value, wording.wording(fact.getQuantity()));
        }
        if (!Wording.blank(fact.getText())) {
            text(value.isEmpty() ? value : value.text(" "), fact.getText(), names);
        }
        return value.build();
    }

    private void text(Line.Builder value, String text, boolean names) {
        if (names) {
            named.append(value, text);
        } else {
            wording.append(value, text);
        }
    }
}
