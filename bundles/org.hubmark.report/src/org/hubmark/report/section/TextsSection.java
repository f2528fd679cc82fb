package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Identified;
import org.hubmark.model.Metric;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** The source texts with every cited passage highlighted and, beside it, what it is used for. */
record TextsSection(Subject subject, int targetsPerNote) implements Section {

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        Messages messages = subject.messages();
        List<Block> blocks = new ArrayList<>();
        for (BriefingContent content : subject.content().briefings()) {
            Section.check(monitor);
            text(content, blocks);
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Voice.EMPTY, Line.of(messages.get("texts.empty"))));
        } else {
            blocks.addFirst(new Block.Paragraph(Block.Voice.NOTE, Line.of(messages.get("texts.note"))));
        }
        return new Chapter("s-texts", messages.get("texts.title"), blocks);
    }

    private void text(BriefingContent content, List<Block> blocks) {
        Briefing briefing = content.briefing();
        Line.Builder title = Line.builder();
        subject.describing().text(title, briefing.title());
        blocks.add(new Block.Heading(Targets.textAnchor(briefing.id()), 3, title.build()));
        String separator = subject.messages().get("texts.separator");
        List<String> about = Stream.of(briefing.authors(), briefing.series(), briefing.issue(), briefing.publisher(),
                briefing.published(), content.edition().fileName()).filter(t -> !Wording.blank(t)).toList();
        Line.Builder line = Line.builder();
        subject.describing().text(line, String.join(separator, about));
        blocks.add(new Block.Paragraph(Block.Voice.NOTE, line.build()));
        List<Citations.Cited> cited = subject.cited(content);
        blocks.add(new Block.AnnotatedText(subject.sources().language(content),
                new Highlighting(subject.sources().reading(content), cited, this::note).paragraphs()));
    }

    /** Names what the passage is used for; of the text itself and of the table beside it, no more than is new. */
    private Line note(Citations.Cited cited) {
        List<Uses.Use> uses = told(Uses.of(cited.evidence(), subject.targets()).all());
        List<Line> names = new ArrayList<>();
        Set<Identified> last = Set.of();
        for (Uses.Use use : uses.stream().limit(targetsPerNote).toList()) {
            names.add(name(use, cited.source(), last));
            last = about(use);
        }
        Line.Builder line = Line.builder();
        String between = subject.wording().separator(names.stream().map(Line::plain));
        for (int i = 0; i < names.size(); i++) {
            line.text(i == 0 ? "" : between).line(names.get(i));
        }
        if (uses.size() > targetsPerNote) {
            line.text(" ").link(Block.registerAnchor(cited.number()),
                    subject.messages().get("texts.more", uses.size() - targetsPerNote));
        }
        return uses.isEmpty() ? line.muted(subject.messages().get("texts.codedOnly")).build() : line.build();
    }

    /** Without the cells of tables, unless there is nothing else. */
    private List<Uses.Use> told(List<Uses.Use> uses) {
        List<Uses.Use> others = uses.stream().filter(u -> !inTable(u)).toList();
        return others.isEmpty() ? uses : others;
    }

    private boolean inTable(Uses.Use use) {
        Targets.Kin kin = subject.targets().kin(use.first());
        return kin != null && kin.inTable();
    }

    /** @param last what has been named just before, and what that was about */
    private Line name(Uses.Use use, BriefingContent source, Set<Identified> last) {
        Targets targets = subject.targets();
        if (targets.partKind(use.first()) != null) {
            return Line.of(targets.partKind(use.first()));
        }
        if (source.briefing().equals(targets.briefing(use.first()))) {
            return thisBriefing(use);
        }
        Line.Builder line = Line.builder();
        if (use.stance() == Stance.CONTRADICTS) {
            line.badge(subject.messages().get("stance.contradicts"), Run.Tone.ALARM).text(" ");
        }
        return shortest(use, last).appendLink(line, targets.place(use.first())).build();
    }

    private Line thisBriefing(Uses.Use use) {
        String roles = use.roles().stream().map(Targets.Role::word)
                .collect(Collectors.joining(subject.messages().get("list.separator")));
        String briefing = subject.messages().get("texts.thisBriefing");
        return Line.of(roles.isEmpty() ? briefing : briefing + subject.messages().get("register.dash") + roles);
    }

    private Name shortest(Uses.Use use, Set<Identified> last) {
        Targets targets = subject.targets();
        Targets.Kin kin = targets.kin(use.first());
        if (kin == null) {
            return targets.object(use.first()) instanceof Metric metric && metric.getSubject() != null
                    && last.contains(metric.getSubject())
                    ? subject.wording().name(metric, metric.getSubject()) : targets.name(use.targets());
        }
        return kin.isCell() ? targets.columnName(use.first())
                : last.contains(kin.owner()) ? targets.shortName(use.targets()) : targets.name(use.targets());
    }

    /** What a use is about: the owner of a fact; the object itself, and the subject of a figure. */
    private Set<Identified> about(Uses.Use use) {
        Targets.Kin kin = subject.targets().kin(use.first());
        if (kin != null) {
            return Set.of(kin.owner());
        }
        Set<Identified> about = new HashSet<>();
        about.add(subject.targets().object(use.first()));
        if (subject.targets().object(use.first()) instanceof Metric metric) {
            about.add(metric.getSubject());
        }
        about.remove(null);
        return about;
    }
}
