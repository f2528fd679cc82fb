package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Hub;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Block.Cell;
import org.hubmark.report.block.Block.Fact;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** What the report is about, which revision it shows, from which sources it is made, and how to read it. */
record CoverSection(Subject subject) implements Section {

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        List<Block> blocks = new ArrayList<>();
        String description = subject.content().project().getDescription();
        if (!Wording.blank(description)) {
            Line.Builder line = Line.builder();
            subject.describing().text(line, subject.wording().inLanguage(description));
            blocks.add(new Block.Paragraph(Block.Voice.BODY, line.build()));
        }
        blocks.add(new Block.FactList(List.of(scope(), revision(), date(), author())));
        if (!subject.content().isNewest()) {
            blocks.add(new Block.Paragraph(Block.Voice.NOTE, Line.of(subject.messages().get("cover.notNewest",
                    Long.toString(subject.content().revision()), subject.wording().date(subject.content().when())))));
        }
        blocks.add(new Block.Heading(null, 3, Line.of(subject.messages().get("cover.sources"))));
        blocks.add(sources());
        blocks.add(new Block.Heading(null, 3, Line.of(subject.messages().get("cover.reading"))));
        blocks.addAll(legend());
        return new Chapter("s-cover", subject.messages().get("cover.title"), blocks);
    }

    private Fact scope() {
        Line.Builder line = Line.builder();
        List<Hub> hubs = subject.scope().all(Hub.class).stream()
                .filter(h -> subject.hubs().isEmpty() || subject.hubs().contains(Scope.id(h))).toList();
        if (subject.scope().whole()) {
            line.text(subject.messages().get("cover.allHubs", hubs.size()));
        } else {
            subject.describing().links(line, hubs);
        }
        return fact(subject.messages().get("cover.scope"), line.build());
    }

    private Fact revision() {
        return fact(subject.messages().get("cover.revision"), Line.of(Long.toString(subject.content().revision())));
    }

    private Fact date() {
        return fact(subject.messages().get("cover.date"), Line.of(subject.wording().date(subject.content().when())));
    }

    private Fact author() {
        return fact(subject.messages().get("cover.author"),
                Line.of(subject.wording().orUnnamed(subject.content().author())));
    }

    private static Fact fact(String label, Line value) {
        return new Fact(null, Line.of(label), value);
    }

    private Block sources() {
        Messages messages = subject.messages();
        if (subject.content().briefings().isEmpty()) {
            return new Block.Paragraph(Block.Voice.EMPTY, Line.of(messages.get("cover.noSources")));
        }
        List<Cell> columns = List.of(head(messages.get("cover.source")), head(messages.get("cover.publisher")),
                head(messages.get("cover.published")), head(messages.get("cover.characters")),
                head(messages.get("cover.passages")));
        List<Block.Row> rows = new ArrayList<>();
        for (BriefingContent content : subject.content().briefings()) {
            rows.add(source(content));
        }
        return new Block.Table(Line.EMPTY, columns, Set.of(2, 3, 4), rows);
    }

    private static Cell head(String text) {
        return new Cell(Line.of(text));
    }

    private Block.Row source(BriefingContent content) {
        Briefing briefing = content.briefing();
        Line.Builder title = Line.builder().add(new Run.Link(Targets.textAnchor(briefing.id()), briefing.title(),
                Name.foreign(briefing.title(), subject.wording().chinese())));
        subject.evidencing().append(title, subject.evidencing().of(briefing.id()));
        return new Block.Row(null, false, List.of(new Cell(title.build()), cell(briefing.publisher()),
                cell(published(briefing)), cell(subject.wording().number(content.edition().codePoints())),
                cell(subject.wording().number(subject.cited(content).size()))));
    }

    private String published(Briefing briefing) {
        return Wording.blank(briefing.published()) ? null : subject.wording().when(briefing.published());
    }

    private Cell cell(String text) {
        Line.Builder line = Line.builder();
        subject.describing().text(line, Wording.blank(text) ? "–" : text);
        return new Cell(line.build());
    }

    private List<Block> legend() {
        Messages messages = subject.messages();
        Line cites = Line.builder().text(messages.get("legend.number")).build();
        return List.of(new Block.Paragraph(Block.Voice.BODY, cites), new Block.Tree(List.of(
                sample(new Run.Cite(1, Run.Mark.SUPPORTS), messages.get("legend.supports")),
                sample(new Run.Cite(1, Run.Mark.CONTRADICTS), messages.get("legend.contradicts")),
                sample(new Run.Cite(1, Run.Mark.MENTIONS), messages.get("legend.mentions")),
                sample(new Run.Badge(messages.get("evidence.none"), Run.Tone.WARNING), messages.get("legend.none")),
                sample(new Run.Badge(messages.get("evidence.noneOfItsOwn"), Run.Tone.QUIET),
                        messages.get("legend.noneOfItsOwn")))),
                new Block.Paragraph(Block.Voice.NOTE, Line.of(messages.get("legend.quotes"))));
    }

    private static Block.Node sample(Run sample, String meaning) {
        return new Block.Node(null, Line.builder().add(sample).text(" " + meaning).build());
    }
}
