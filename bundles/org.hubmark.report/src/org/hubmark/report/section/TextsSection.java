package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;

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

    private Line note(Citations.Cited cited) {
        Set<UUID> targets = new LinkedHashSet<>();
        cited.evidence().stream().map(Evidence::target).filter(Objects::nonNull).forEach(targets::add);
        Line.Builder line = Line.builder();
        String separator = "";
        List<UUID> shown = targets.stream().limit(targetsPerNote).toList();
        String between = subject.wording().separator(shown.stream().map(t -> subject.targets().name(t).text()));
        for (UUID target : shown) {
            subject.targets().name(target).appendLink(line.text(separator), subject.targets().place(target));
            separator = between;
        }
        if (targets.size() > targetsPerNote) {
            line.text(" ").link(Block.registerAnchor(cited.number()),
                    subject.messages().get("texts.more", targets.size() - targetsPerNote));
        }
        if (targets.isEmpty()) {
            line.muted(subject.messages().get("texts.codedOnly"));
        }
        return line.build();
    }
}
