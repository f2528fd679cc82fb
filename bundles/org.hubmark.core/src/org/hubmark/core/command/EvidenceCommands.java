package org.hubmark.core.command;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Value;

/** What an analyst does with evidence, as changes for {@code Session.execute}. An empty list: nothing would change. */
public final class EvidenceCommands {

    private EvidenceCommands() {
    }

    /** Links a passage to what it is evidence of; {@code author} is the member who does so. */
    public static List<Change> link(UUID passage, EvidenceTarget target, Stance stance, String author) {
        Evidence evidence = new Evidence(Ids.next(), passage, OrderKeys.nth(0), target.object(), target.feature(),
                target.role(), stance, 0, null, author, PassageCommands.now());
        return List.of(new Change.Create(evidence.state()));
    }

    public static List<Change> unlink(Evidence evidence) {
        return List.of(new Change.Delete(evidence.state()));
    }

    public static List<Change> stance(Evidence evidence, Stance stance) {
        return stance == evidence.stance() ? List.of()
                : List.of(new Change.Put(evidence.id(), "stance", Value.of(evidence.stance().literal()),
                        Value.of(stance.literal())));
    }

    /** Why the passage supports or contradicts; null or blank for none. */
    public static List<Change> rationale(Evidence evidence, String rationale) {
        String now = rationale == null || rationale.isBlank() ? null : rationale;
        return Objects.equals(now, evidence.rationale()) ? List.of()
                : List.of(new Change.Put(evidence.id(), "rationale", Value.of(evidence.rationale()), Value.of(now)));
    }
}
