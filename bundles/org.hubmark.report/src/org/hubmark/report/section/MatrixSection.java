package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.model.Family;
import org.hubmark.model.Hub;
import org.hubmark.model.Mechanism;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Block.Cell;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;

/** How many mechanisms of which family a hub practises; each count leads to the mechanisms and passages behind it. */
record MatrixSection(Subject subject) implements Section {

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        Messages messages = subject.messages();
        List<Family> families = subject.scope().all(Family.class);
        List<Hub> hubs = subject.scope().all(Hub.class).stream()
                .filter(h -> !subject.scope().of(h, Mechanism.class).isEmpty()).toList();
        if (families.isEmpty() || hubs.isEmpty()) {
            return new Chapter("s-matrix", messages.get("matrix.title"),
                    List.of(new Block.Paragraph(Block.Voice.EMPTY, Line.of(messages.get("matrix.empty")))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Block.Voice.NOTE, Line.of(messages.get("matrix.note"))));
        List<Block.Row> rows = new ArrayList<>();
        List<Block> lists = new ArrayList<>();
        for (Hub hub : hubs) {
            Section.check(monitor);
            rows.add(row(hub, families));
            lists.add(list(hub, families));
        }
        rows.add(totals(families));
        blocks.add(new Block.Table(Line.EMPTY, columns(families),
                IntStream.rangeClosed(1, families.size() + 1).boxed().collect(Collectors.toSet()), rows));
        blocks.add(new Block.Heading("matrix-lists", 3, Line.of(messages.get("matrix.lists"))));
        blocks.addAll(lists);
        return new Chapter("s-matrix", messages.get("matrix.title"), blocks);
    }

    private List<Cell> columns(List<Family> families) {
        List<Cell> columns = new ArrayList<>();
        columns.add(new Cell(Line.of(subject.messages().get("matrix.hub"))));
        families.forEach(f -> columns.add(new Cell(
                subject.wording().name(f).appendLink(Line.builder(), Targets.anchor(f)).build())));
        columns.add(new Cell(Line.of(subject.messages().get("matrix.all"))));
        return columns;
    }

    private Block.Row row(Hub hub, List<Family> families) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(subject.wording().name(hub).appendLink(Line.builder(), Targets.anchor(hub)).build()));
        for (Family family : families) {
            int count = mechanisms(hub, family).size();
            cells.add(new Cell(count == 0 ? Line.builder().muted("·").build()
                    : Line.builder().link(anchor(hub, family), subject.wording().number(count)).build()));
        }
        cells.add(number(subject.scope().of(hub, Mechanism.class).size()));
        return new Block.Row(null, false, cells);
    }

    /** Mechanisms, each once, whatever number of hubs practises it. */
    private Block.Row totals(List<Family> families) {
        List<Mechanism> all = subject.scope().all(Mechanism.class);
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(Line.of(subject.messages().get("matrix.different"))));
        families.forEach(f -> cells.add(number(all.stream().filter(m -> m.getFamilies().contains(f)).count())));
        cells.add(number(all.size()));
        return new Block.Row(null, true, cells);
    }

    private Cell number(long number) {
        return new Cell(Line.of(subject.wording().number(number)));
    }

    private List<Mechanism> mechanisms(Hub hub, Family family) {
        return subject.scope().of(hub, Mechanism.class).stream().filter(m -> m.getFamilies().contains(family)).toList();
    }

    private Block list(Hub hub, List<Family> families) {
        List<Block.Row> rows = new ArrayList<>();
        for (Family family : families) {
            List<Mechanism> mechanisms = mechanisms(hub, family);
            if (!mechanisms.isEmpty()) {
                rows.add(new Block.Row(anchor(hub, family), false, List.of(
                        new Cell(Line.of(subject.wording().text(family))), number(mechanisms.size()),
                        new Cell(behind(mechanisms)))));
            }
        }
        Messages messages = subject.messages();
        Block table = new Block.Table(Line.EMPTY, List.of(new Cell(Line.of(messages.get("kind.family"))),
                new Cell(Line.of(messages.get("matrix.count"))), new Cell(Line.of(messages.get("matrix.behind")))),
                Set.of(1), rows);
        return new Block.Fold(null, 4, Line.of(subject.wording().text(hub)), false, List.of(table));
    }

    private Line behind(List<Mechanism> mechanisms) {
        Line.Builder line = Line.builder();
        String separator = "";
        for (Mechanism mechanism : mechanisms) {
            line.text(separator);
            subject.wording().name(mechanism).appendLink(line, Targets.anchor(mechanism));
            subject.evidencing().appendOrNone(line, subject.evidence(mechanism));
            separator = subject.messages().get("matrix.separator");
        }
        return line.build();
    }

    private static String anchor(Hub hub, Family family) {
        return "m-" + hub.getId() + "-" + family.getId();
    }
}
