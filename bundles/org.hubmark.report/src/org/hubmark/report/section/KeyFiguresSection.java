package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.nls.Messages;
import org.hubmark.model.Element;
import org.hubmark.model.ElementStatus;
import org.hubmark.model.Family;
import org.hubmark.model.Hub;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Metric;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Block.Cell;
import org.hubmark.report.block.Block.Tile;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;

/** How much there is of what, how well it is supported, and what is supported best. */
record KeyFiguresSection(Subject subject, int best) implements Section {

    /** An element and how many passages in how many briefings it rests on. */
    private record Weight(Element element, long passages, long briefings) {
    }

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        Messages messages = subject.messages();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(tiles()));
        List<Weight> weights = weights(monitor);
        if (!weights.isEmpty()) {
            blocks.add(new Block.Heading(null, 3, Line.of(messages.get("key.best"))));
            blocks.add(new Block.Paragraph(Block.Voice.NOTE, Line.of(messages.get("key.bestNote"))));
            blocks.add(table(weights));
        }
        return new Chapter("s-key", messages.get("key.title"), blocks);
    }

    private List<Tile> tiles() {
        Messages messages = subject.messages();
        List<Evidence> evidence = subject.content().briefings().stream().flatMap(b -> subject.cited(b).stream())
                .flatMap(c -> c.evidence().stream())
                .filter(e -> subject.scope().whole() || subject.scope().holds(e.target())).toList();
        long passages = subject.content().briefings().stream().mapToLong(b -> subject.cited(b).size()).sum();
        long unsupported = subject.claims().stream().filter(e -> !Citations.supported(subject.evidence(e))).count();
        long disputed = subject.claims().stream().filter(e -> e.getStatus() == ElementStatus.DISPUTED
                || Citations.contradicted(subject.evidence(e))).count();
        return List.of(tile("s-hubs", subject.scope().all(Hub.class).size(), messages.get("key.hubs")),
                tile("s-matrix", subject.scope().all(Mechanism.class).size(), messages.get("key.mechanisms")),
                tile("s-matrix", subject.scope().all(Family.class).size(), messages.get("key.families")),
                tile("s-hubs", subject.scope().all(Metric.class).size(), messages.get("key.metrics")),
                tile("s-elements", subject.scope().elements().size(), messages.get("key.elements")),
                tile("s-texts", subject.content().briefings().size(), messages.get("key.briefings")),
                tile("s-register", passages, messages.get("key.passages")),
                tile("s-register", evidence.size(), messages.get("key.evidence")),
                tile("s-gaps", unsupported, messages.get("key.unsupported")),
                tile("s-gaps", disputed, messages.get("key.disputed")));
    }

    private Tile tile(String anchor, long number, String label) {
        return new Tile(anchor, subject.wording().number(number), label);
    }

    private List<Weight> weights(IProgressMonitor monitor) {
        List<Weight> weights = new ArrayList<>();
        for (Element element : subject.claims()) {
            Section.check(monitor);
            List<Evidence> evidence = subject.evidence(element).stream()
                    .filter(e -> e.stance() == Stance.SUPPORTS).toList();
            long passages = evidence.stream().map(Evidence::passage).distinct().count();
            long briefings = evidence.stream().map(e -> subject.content()
                    .briefingOf(subject.content().passage(e.passage())).briefing().id()).distinct().count();
            if (passages > 1) {
                weights.add(new Weight(element, passages, briefings));
            }
        }
        weights.sort(Comparator.comparingLong(Weight::passages).thenComparingLong(Weight::briefings).reversed());
        return weights.subList(0, Math.min(best, weights.size()));
    }

    private Block.Row row(Weight weight) {
        Element element = weight.element();
        Line name = subject.wording().name(element).appendLink(Line.builder(), Targets.anchor(element)).build();
        return new Block.Row(null, false, List.of(new Cell(name),
                new Cell(Line.of(Kinds.one(element, subject.messages()))),
                new Cell(Line.of(subject.wording().number(weight.passages()))),
                new Cell(Line.of(subject.wording().number(weight.briefings())))));
    }

    private Block table(List<Weight> weights) {
        Messages messages = subject.messages();
        List<Block.Row> rows = weights.stream().map(this::row).toList();
        return new Block.Table(Line.EMPTY, List.of(new Cell(Line.of(messages.get("key.element"))),
                new Cell(Line.of(messages.get("key.kind"))), new Cell(Line.of(messages.get("key.passages"))),
                new Cell(Line.of(messages.get("key.briefings")))), Set.of(2, 3), rows);
    }
}
