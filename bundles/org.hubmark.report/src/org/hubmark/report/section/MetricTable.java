package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.hubmark.core.nls.Messages;
import org.hubmark.model.Element;
import org.hubmark.model.Metric;
import org.hubmark.model.Quantity;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Block.Cell;
import org.hubmark.report.block.Line;

/** Metrics as a table: as the source words them and as they were read. Columns that nothing fills are left out. */
final class MetricTable {

    /** The fact that tells which row of a table a figure was read from. */
    static final String TABLE_ROW = "table-row";

    private record Column(String title, Function<Metric, Line> cell) {
    }

    private final Subject subject;
    private final List<Metric> metrics;
    private final Element within;
    private final List<Column> columns = new ArrayList<>();

    /** @param within in whose profile the table stands, or null */
    MetricTable(Subject subject, List<Metric> metrics, Element within) {
        this.subject = subject;
        this.within = within;
        this.metrics = metrics;
        Messages messages = subject.messages();
        columns.add(new Column(messages.get("metric.what"), this::name));
        columns.add(new Column(messages.get("metric.raw"), m -> text(m, Quantity::getRaw)));
        columns.add(new Column(messages.get("metric.value"), m -> text(m, subject.wording()::amount)));
        column(messages.get("metric.unit"), q -> term(q.getUnit()));
        column(messages.get("metric.per"), q -> Wording.blank(q.getPer()) ? null : subject.wording().per(q.getPer()));
        column(messages.get("metric.period"), q -> Wording.blank(q.getPeriod()) ? null
                : subject.wording().when(q.getPeriod()));
        if (metrics.stream().anyMatch(m -> !facts(m).isEmpty())) {
            columns.add(new Column(messages.get("metric.notes"), this::notes));
        }
        columns.add(new Column(messages.get("metric.evidence"),
                m -> subject.describing().status(Line.builder(), m).build()));
    }

    private void column(String title, Function<Quantity, String> value) {
        if (metrics.stream().anyMatch(m -> !text(m, value).isEmpty())) {
            columns.add(new Column(title, m -> text(m, value)));
        }
    }

    Block table() {
        List<Block.Row> rows = metrics.stream().map(m -> new Block.Row(Targets.anchor(m), false,
                columns.stream().map(c -> new Cell(c.cell().apply(m))).toList())).toList();
        return new Block.Table(Line.EMPTY, columns.stream().map(c -> new Cell(Line.of(c.title()))).toList(), Set.of(2),
                rows);
    }

    private Line name(Metric metric) {
        return subject.wording().name(metric, within).appendTo(Line.builder()).build();
    }

    private Line text(Metric metric, Function<Quantity, String> value) {
        String text = metric.getQuantity() == null ? null : value.apply(metric.getQuantity());
        Line.Builder line = Line.builder();
        if (!Wording.blank(text)) {
            subject.describing().text(line, text);
        }
        return line.build();
    }

    private Line notes(Metric metric) {
        Line.Builder line = Line.builder();
        String separator = "";
        for (Block.Fact fact : facts(metric)) {
            line.text(separator).line(fact.label()).text(subject.messages().get("fact.colon")).line(fact.value());
            separator = subject.messages().get("list.stronger");
        }
        return line.build();
    }

    /** Without the row that a number was read from: its passages are those of the number. */
    private List<Block.Fact> facts(Metric metric) {
        boolean repeated = metric.getFacts().stream().filter(f -> TABLE_ROW.equals(f.getKey()))
                .allMatch(f -> Evidencing.same(subject.describing().factLines().evidence(f), subject.evidence(metric)));
        return subject.describing().facts(metric).stream()
                .filter(f -> !repeated || !f.label().plain().equals(subject.wording().key(TABLE_ROW))).toList();
    }

    private String term(String value) {
        return Wording.blank(value) ? null : subject.wording().term(value);
    }
}
