package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.nls.Messages;
import org.hubmark.model.Column;
import org.hubmark.model.Edge;
import org.hubmark.model.Exhibit;
import org.hubmark.model.Identified;
import org.hubmark.model.Node;
import org.hubmark.model.Row;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Block.Cell;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** The tables and figures of the briefings, drawn from the model, with the evidence of every cell, box and arrow. */
record ExhibitsSection(Subject subject) implements Section {

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        List<Block> blocks = new ArrayList<>();
        for (Exhibit exhibit : subject.scope().all(Exhibit.class)) {
            Section.check(monitor);
            exhibit(exhibit, blocks);
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Voice.EMPTY, Line.of(subject.messages().get("exhibits.empty"))));
        }
        return new Chapter("s-exhibits", subject.messages().get("exhibits.title"), blocks);
    }

    private void exhibit(Exhibit exhibit, List<Block> blocks) {
        blocks.add(new Block.Heading(Targets.anchor(exhibit), 3,
                subject.wording().name(exhibit).appendTo(Line.builder()).build()));
        blocks.add(new Block.Paragraph(Block.Voice.BODY, subject.describing().status(
                Line.builder().muted(subject.messages().get("exhibits.evidence")), exhibit).build()));
        List<Block.Fact> facts = subject.describing().facts(exhibit);
        if (!facts.isEmpty()) {
            blocks.add(new Block.FactList(facts));
        }
        if (!exhibit.getRows().isEmpty()) {
            blocks.add(table(exhibit));
        }
        if (!exhibit.getNodes().isEmpty()) {
            figure(exhibit, blocks);
        }
        if (exhibit.getRows().isEmpty() && exhibit.getNodes().isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Voice.EMPTY, Line.of(subject.messages().get("exhibits.nothing"))));
        }
    }

    /** A row is named by its first cell; only if that does not say its name, the name gets a column of its own. */
    private Block table(Exhibit exhibit) {
        boolean named = !exhibit.getRows().stream().allMatch(r -> startsWithName(r, exhibit));
        boolean facts = exhibit.getRows().stream().anyMatch(r -> !r.getFacts().isEmpty());
        List<Cell> columns = new ArrayList<>();
        if (named) {
            columns.add(new Cell(Line.of(subject.messages().get("exhibits.row"))));
        }
        exhibit.getColumns().forEach(c -> columns.add(column(c)));
        if (facts) {
            columns.add(new Cell(Line.of(subject.messages().get("metric.notes"))));
        }
        List<Block.Row> rows = exhibit.getRows().stream().map(r -> row(r, exhibit, named, facts)).toList();
        return new Block.Table(Line.EMPTY, columns, Set.of(), rows);
    }

    private Cell column(Column column) {
        Line.Builder line = Line.builder();
        subject.describing().text(line, subject.wording().orUnnamed(column.getName()));
        return new Cell(Targets.anchor(column), evidence(line, column).build());
    }

    private Line.Builder evidence(Line.Builder line, Identified object) {
        return subject.evidencing().append(line, subject.evidencing().of(Scope.id(object)));
    }

    private static boolean startsWithName(Row row, Exhibit exhibit) {
        return !exhibit.getColumns().isEmpty() && row.getName() != null && row.getCells().stream()
                .anyMatch(c -> c.getColumn() == exhibit.getColumns().getFirst() && row.getName().equals(c.getText()));
    }

    private Block.Row row(Row row, Exhibit exhibit, boolean named, boolean facts) {
        List<Cell> cells = new ArrayList<>();
        if (named) {
            cells.add(new Cell(evidence(subject.wording().name(row).appendTo(Line.builder()), row).build()));
        }
        Map<Column, org.hubmark.model.Cell> filled = new HashMap<>();
        row.getCells().forEach(c -> filled.putIfAbsent(c.getColumn(), c));
        for (Column column : exhibit.getColumns()) {
            boolean first = cells.isEmpty();
            cells.add(cell(filled.get(column), first ? row : null));
        }
        if (facts) {
            cells.add(new Cell(notes(row)));
        }
        return new Block.Row(Targets.anchor(row), row.isTotal(), cells);
    }

    /** @param row whose evidence and other name go with this cell, or null */
    private Cell cell(org.hubmark.model.Cell cell, Row row) {
        Line.Builder line = Line.builder();
        if (cell == null) {
            return new Cell(line.build());
        }
        subject.describing().text(line, subject.wording().wording(cell));
        if (row != null) {
            Name name = subject.wording().name(row);
            String other = cell.getText() != null && cell.getText().equals(name.text()) ? name.other() : name.text();
            if (other != null && !other.equals(cell.getText())) {
                line.text(" ").small(other);
            }
        }
        List<Evidence> evidence = new ArrayList<>(subject.evidencing().of(Scope.id(cell)));
        if (cell.getQuantity() != null) {
            evidence.addAll(subject.evidencing().of(Scope.id(cell.getQuantity())));
        }
        if (row != null) {
            evidence.addAll(subject.evidencing().of(Scope.id(row)));
        }
        return new Cell(Targets.anchor(cell), subject.evidencing().appendOrNone(line, evidence).build());
    }

    private Line notes(Row row) {
        Line.Builder line = Line.builder();
        boolean founded = Stream.concat(Stream.of(row), row.getCells().stream())
                .anyMatch(o -> !subject.evidencing().of(Scope.id(o)).isEmpty());
        String separator = "";
        for (Block.Fact fact : subject.describing().factLines().of(row.getFacts(), founded)) {
            line.text(separator).muted(fact.label().plain()).text(subject.messages().get("fact.colon"))
                    .line(fact.value());
            separator = subject.messages().get("list.stronger");
        }
        return line.build();
    }

    private void figure(Exhibit exhibit, List<Block> blocks) {
        Messages messages = subject.messages();
        List<Block.Box> boxes = exhibit.getNodes().stream()
                .map(n -> new Block.Box(n.getId(), label(n), Targets.anchor(n))).toList();
        List<Block.Arrow> arrows = new ArrayList<>();
        List<Block.Row> rows = new ArrayList<>();
        for (Node node : exhibit.getNodes()) {
            rows.add(row(node));
        }
        for (Edge edge : exhibit.getEdges()) {
            int number = arrows.size() + 1;
            arrows.add(new Block.Arrow(id(edge.getSource()), id(edge.getTarget()), number, edge.isInferred()));
            rows.add(row(edge, number));
        }
        blocks.add(new Block.Figure(messages.get("exhibits.figure", subject.wording().text(exhibit)), boxes, arrows));
        blocks.add(new Block.Table(Line.EMPTY, List.of(new Cell(Line.of(messages.get("exhibits.part"))),
                new Cell(Line.of(messages.get("exhibits.label"))), new Cell(Line.of(messages.get("metric.evidence")))),
                Set.of(), rows));
    }

    private Block.Row row(Node node) {
        Line.Builder label = Line.builder();
        boolean named = node.getElement() != null && subject.wording().text(node.getElement()).equals(node.getLabel());
        if (!named) {
            subject.describing().text(label, label(node));
        }
        if (node.getElement() != null) {
            label.text(named ? "" : " → ");
            subject.wording().name(node.getElement()).appendLink(label, Targets.anchor(node.getElement()));
        }
        return new Block.Row(Targets.anchor(node), false,
                List.of(new Cell(Line.of(subject.messages().get("exhibits.box"))), new Cell(label.build()),
                        new Cell(subject.evidencing().line(subject.evidencing().of(Scope.id(node))))));
    }

    private Block.Row row(Edge edge, int number) {
        Line.Builder part = Line.builder().text(subject.messages().get("exhibits.arrow", number));
        if (edge.isInferred()) {
            part.badge(subject.messages().get("relation.inferred"), Run.Tone.NEUTRAL);
        }
        Line.Builder label = Line.builder();
        subject.describing().text(label, subject.messages().get("relation.name", label(edge.getSource()),
                subject.wording().orUnnamed(edge.getLabel()), label(edge.getTarget())));
        return new Block.Row(Targets.anchor(edge), false, List.of(new Cell(part.build()), new Cell(label.build()),
                new Cell(subject.evidencing().line(subject.evidencing().of(Scope.id(edge))))));
    }

    private String label(Node node) {
        return subject.wording().orUnnamed(node == null ? null : node.getLabel());
    }

    private static String id(Node node) {
        return node == null ? "" : node.getId();
    }
}
