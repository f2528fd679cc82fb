package org.hubmark.ui.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.ui.model.Names;
import org.hubmark.ui.presence.Colleague;
import org.hubmark.ui.presence.Colleagues;
import org.hubmark.ui.reading.Mark;
import org.hubmark.ui.reading.Mark.Sign.Kind;

/**
 * What the reading view shows of the passages of a document: codes first, then what they are evidence of. Model thread.
 */
final class Marks {

    /** Of a passage without a code that is evidence of something. */
    private static final String EVIDENCE = "#3F8F63";

    private final Session session;
    private final Names names;
    private final Colleagues colleagues;
    private final Messages messages = Messages.of(Marks.class);

    Marks(Session session, Names names) {
        this.session = session;
        this.names = names;
        this.colleagues = Colleagues.of(session);
    }

    /** Cost: linear in passages and evidence. */
    List<Mark> of(BriefingDocument document) {
        return document.passages().stream().map(p -> of(p, document.evidence(p.id()))).toList();
    }

    private Mark of(Passage passage, List<Evidence> evidence) {
        List<Mark.Label> labels = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Code code : codes(passage)) {
            labels.add(new Mark.Label(names.of(code), code.getColor()));
            lines.add(names.of(code));
        }
        for (Evidence e : evidence) {
            String target = target(e.target());
            labels.add(new Mark.Label(target, EVIDENCE));
            lines.add(messages.get("mark.evidence", stance(messages, e.stance()), target));
        }
        if (passage.memo() != null) {
            lines.add(passage.memo());
        }
        lines.add(messages.get("mark.author", passage.author()));
        List<Mark.Sign> signs = signs(passage.id(), lines);
        return new Mark(passage.id(), passage.anchor().segments(), labels, String.join("\n", lines), false, signs);
    }

    /** Who is here, and how many comments are open; the same in words, as lines. */
    private List<Mark.Sign> signs(UUID passage, List<String> lines) {
        List<Mark.Sign> signs = new ArrayList<>();
        List<Colleague> here = colleagues.on(passage);
        here.forEach(c -> signs.add(new Mark.Sign(Kind.PRESENT, c.initials(), c.colour())));
        if (!here.isEmpty()) {
            lines.add(messages.get("mark.here", Colleagues.names(here)));
        }
        int open = (int) session.team().comments(passage).stream().filter(c -> !c.resolved()).count();
        if (open > 0) {
            signs.add(new Mark.Sign(Kind.COMMENT, String.valueOf(open), null));
            lines.add(messages.get("mark.comments", open));
        }
        return signs;
    }

    private List<Code> codes(Passage passage) {
        return passage.codes().stream().map(id -> session.find(id, Code.class)).filter(Objects::nonNull)
                .sorted(Comparator.comparing(names::of, names.order())).toList();
    }

    private String target(UUID id) {
        if (session.find(id) != null) {
            return names.of(session.find(id));
        }
        Briefing briefing = session.briefing(id);
        return briefing == null ? names.of((Code) null) : briefing.title();
    }

    /** How a stance is called. */
    static String stance(Messages messages, Stance stance) {
        return switch (stance) {
            case SUPPORTS -> messages.get("stance.supports");
            case CONTRADICTS -> messages.get("stance.contradicts");
            case MENTIONS -> messages.get("stance.mentions");
        };
    }
}
