package org.hubmark.ui.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.command.EvidenceCommands;
import org.hubmark.core.command.EvidenceTarget;
import org.hubmark.core.command.PassageCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;
import org.hubmark.core.text.Anchor;
import org.hubmark.core.text.Segment;

/**
 * What can be done with a selection or a passage of one document; each is one step for undo. A selection that is no
 * passage yet becomes one in the same step. Model thread; no window needed.
 */
final class PassageActions {

    private final Session session;
    private final BriefingDocument document;
    private final Messages messages = Messages.of(PassageActions.class);

    PassageActions(Session session, BriefingDocument document) {
        this.session = session;
        this.document = document;
    }

    /** The passage that stands exactly on these segments. */
    Optional<Passage> passageOn(List<Segment> source) {
        return document.passages().stream().filter(p -> p.anchor().segments().equals(source)).findFirst();
    }

    /** Marks a stretch; answers its passage, which may have been there. */
    UUID mark(List<Segment> source) {
        Optional<Passage> there = passageOn(source);
        if (there.isPresent()) {
            return there.get().id();
        }
        List<Change> changes = PassageCommands.mark(document, Anchor.of(document.text(), source), Set.of(), null);
        session.execute(messages.get("label.mark"), changes);
        return changes.getFirst().object();
    }

    UUID code(List<Segment> source, UUID code) {
        Optional<Passage> there = passageOn(source);
        if (there.isPresent()) {
            session.execute(messages.get("label.code"), PassageCommands.code(there.get(), code));
            return there.get().id();
        }
        List<Change> changes = PassageCommands.mark(document, Anchor.of(document.text(), source), Set.of(code), null);
        session.execute(messages.get("label.code"), changes);
        return changes.getFirst().object();
    }

    void uncode(UUID passage, UUID code) {
        session.execute(messages.get("label.uncode"), PassageCommands.uncode(document.passage(passage), code));
    }

    /** Links a stretch to what it is evidence of. {@code before} makes the target first, if it is new. */
    UUID link(List<Segment> source, List<Change> before, EvidenceTarget target, Stance stance) {
        List<Change> changes = new ArrayList<>(before);
        Optional<Passage> there = passageOn(source);
        UUID passage;
        if (there.isPresent()) {
            passage = there.get().id();
        } else {
            List<Change> mark = PassageCommands.mark(document, Anchor.of(document.text(), source), Set.of(), null);
            passage = mark.getFirst().object();
            changes.addAll(mark);
        }
        changes.addAll(EvidenceCommands.link(passage, target, stance, session.member()));
        session.execute(messages.get("label.link"), changes);
        return passage;
    }

    void stance(UUID passage, Stance stance) {
        List<Change> changes = new ArrayList<>();
        for (Evidence evidence : document.evidence(passage)) {
            changes.addAll(EvidenceCommands.stance(evidence, stance));
        }
        session.execute(messages.get("label.stance"), changes);
    }

    void memo(UUID passage, String memo) {
        session.execute(messages.get("label.memo"), PassageCommands.memo(document.passage(passage), memo));
    }

    void delete(UUID passage) {
        session.execute(messages.get("label.delete"), PassageCommands.delete(document, passage));
    }
}
