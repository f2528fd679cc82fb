package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** Every passage the report cites: its quote, where it stands, what it is used for, who coded it. */
final class RegisterSection implements Section {

    private final Subject subject;
    private final Messages messages;
    private final Map<UUID, Code> codes = new HashMap<>();

    RegisterSection(Subject subject) {
        this.subject = subject;
        this.messages = subject.messages();
        subject.content().project().eAllContents().forEachRemaining(o -> {
            if (o instanceof Code code) {
                codes.put(Scope.id(code), code);
            }
        });
    }

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        List<Block> blocks = new ArrayList<>();
        for (BriefingContent content : subject.content().briefings()) {
            Section.check(monitor);
            List<Citations.Cited> cited = subject.cited(content);
            if (!cited.isEmpty()) {
                blocks.add(new Block.Heading("g-" + content.edition().id(), 3, title(content)));
                blocks.add(new Block.Register(cited.stream().map(this::entry).toList()));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Voice.EMPTY, Line.of(messages.get("register.empty"))));
        } else {
            blocks.addFirst(new Block.Paragraph(Block.Voice.NOTE, Line.of(messages.get("register.note"))));
        }
        return new Chapter("s-register", messages.get("register.title"), blocks);
    }

    private Line title(BriefingContent content) {
        Line.Builder line = Line.builder();
        subject.describing().text(line, content.briefing().title());
        return line.build();
    }

    private Block.Entry entry(Citations.Cited cited) {
        BriefingContent content = cited.source();
        return new Block.Entry(cited.number(), subject.sources().quote(content, cited.passage().anchor()),
                subject.sources().language(content), source(cited), uses(cited),
                details(cited));
    }

    /** Title, edition, place, coder. */
    private Line source(Citations.Cited cited) {
        BriefingContent content = cited.source();
        Line.Builder line = Line.builder();
        subject.describing().text(line, content.briefing().title());
        line.text(messages.get("register.separator"));
        line.text(subject.wording().orUnnamed(content.edition().fileName())).text(messages.get("register.separator"));
        line.link(Block.textAnchor(cited.number()), subject.sources().place(content, cited.passage().anchor()));
        TreeSet<String> coders = new TreeSet<>();
        cited.evidence().stream().map(Evidence::author).filter(Objects::nonNull).forEach(coders::add);
        if (coders.isEmpty() && cited.passage().author() != null) {
            coders.add(cited.passage().author());
        }
        if (!coders.isEmpty()) {
            line.text(messages.get("register.separator")).text(messages.get("register.coder",
                    String.join(messages.get("list.separator"), coders)));
        }
        return line.build();
    }

    private List<Line> uses(Citations.Cited cited) {
        return Uses.of(cited.evidence(), subject.targets()).all().stream().map(this::use).toList();
    }

    private Line use(Uses.Use use) {
        Run.Tone tone = use.stance() == Stance.CONTRADICTS ? Run.Tone.ALARM : Run.Tone.NEUTRAL;
        Line.Builder line = Line.builder().badge(stance(use.stance()), tone).text(" ");
        subject.targets().name(use.targets()).appendLink(line, subject.targets().place(use.first()));
        if (!use.roles().isEmpty()) {
            roles(line.muted(messages.get("register.dash")), use.roles());
        }
        if (!Wording.blank(use.rationale())) {
            line.text(" ").muted(messages.get("register.rationale", use.rationale()));
        }
        return line.build();
    }

    /** Each word once, with all the elements it is about. */
    private void roles(Line.Builder line, Set<Targets.Role> roles) {
        Map<String, List<Element>> byWord = new LinkedHashMap<>();
        roles.forEach(r -> byWord.computeIfAbsent(r.word(), k -> new ArrayList<>()).add(r.other()));
        String separator = "";
        for (Map.Entry<String, List<Element>> role : byWord.entrySet()) {
            List<Element> others = role.getValue().stream().filter(Objects::nonNull).toList();
            line.text(separator).muted(role.getKey()).text(others.isEmpty() ? "" : " ");
            String between = subject.wording().separator(others.stream().map(o -> subject.wording().text(o)));
            for (int i = 0; i < others.size(); i++) {
                line.text(i == 0 ? "" : between);
                subject.wording().name(others.get(i)).appendLink(line, Targets.anchor(others.get(i)));
            }
            separator = messages.get("list.stronger");
        }
    }

    private String stance(Stance stance) {
        return switch (stance) {
            case SUPPORTS -> messages.get("stance.supports");
            case CONTRADICTS -> messages.get("stance.contradicts");
            case MENTIONS -> messages.get("stance.mentions");
        };
    }

    private List<Block.Fact> details(Citations.Cited cited) {
        List<Block.Fact> details = new ArrayList<>();
        if (!cited.passage().codes().isEmpty()) {
            details.add(new Block.Fact(null, Line.of(messages.get("register.codes")), codes(cited)));
        }
        if (!Wording.blank(cited.passage().memo())) {
            details.add(detail(messages.get("register.memo"), cited.passage().memo()));
        }
        return details;
    }

    private Block.Fact detail(String label, String text) {
        Line.Builder value = Line.builder();
        subject.describing().text(value, text);
        return new Block.Fact(null, Line.of(label), value.build());
    }

    private Line codes(Citations.Cited cited) {
        Line.Builder line = Line.builder();
        List<Code> given = cited.passage().codes().stream().map(codes::get).filter(Objects::nonNull)
                .sorted(Comparator.comparing((Code c) -> subject.wording().name(c).text()).thenComparing(Code::getId))
                .toList();
        String between = subject.wording().separator(given.stream().map(c -> subject.wording().name(c).text()));
        String separator = "";
        for (Code code : given) {
            subject.wording().name(code).appendLink(line.text(separator), Targets.anchor(code));
            separator = between;
        }
        return line.build();
    }
}
