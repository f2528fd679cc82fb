package org.hubmark.core.conflict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.MalformedChangeSetException;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question that two people's work left: change sets that the store did not take because of what colleagues did
 * meanwhile, kept until somebody decides, and afterwards. Contained in the project ("conflicts").
 *
 * @param order what happened earlier has the lower order
 * @param label what its author did, in the author's words
 * @param sets the refused change set, and those of the same author that build on it, in their order; empty if they were
 *            too long and are kept on the author's machine only
 * @param details at least one
 * @param author the member whose work it is
 * @param created ISO 8601, UTC; for display only
 * @param decidedBy null while it is open
 */
public record Conflict(UUID id, UUID project, String order, String label, List<ChangeSet> sets,
        List<Contention> details, String author, String created, State state, String decidedBy, String decidedAt) {

    /** The containment feature of the project. */
    public static final String FEATURE = "conflicts";
    /** What a decision changes. */
    public static final String STATE = "state";
    public static final String DECIDED_BY = "decidedBy";
    public static final String DECIDED_AT = "decidedAt";

    private static final Logger LOG = LoggerFactory.getLogger(Conflict.class);
    private static final String CHANGES = "changes";
    private static final String DETAILS = "details";

    /** What became of it. */
    public enum State {
        /** Nobody has decided. */
        OPEN,
        /** The author's work was done after all. */
        MINE,
        /** What stood was kept, the author's work dropped. */
        THEIRS,
        /** Some of it was done. */
        MIXED;

        /** As the store writes it. */
        public String literal() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String literal) {
            return literal == null ? OPEN : valueOf(literal.toUpperCase(Locale.ROOT));
        }
    }

    public Conflict {
        sets = List.copyOf(sets);
        details = List.copyOf(details);
    }

    /** What can't be read in it (another version wrote it) is left out with a warning. */
    public static Conflict of(ObjectState s) {
        List<ChangeSet> sets = List.of();
        List<Contention> details = List.of();
        try {
            sets = s.text(CHANGES) == null ? sets : ConflictCodec.readSets(s.text(CHANGES));
            details = s.text(DETAILS) == null ? details : ConflictCodec.readDetails(s.text(DETAILS));
        } catch (MalformedChangeSetException e) {
            LOG.warn("conflict {} can't be read", s.id(), e);
        }
        return new Conflict(s.id(), s.container(), s.placement().order(), s.text("label"), sets, details,
                s.text("author"), s.text("created"), State.of(s.text(STATE)), s.text(DECIDED_BY), s.text(DECIDED_AT));
    }

    public ObjectState state(boolean withSets) {
        Map<String, Value> values = new TreeMap<>();
        put(values, "label", label);
        put(values, CHANGES, withSets ? ConflictCodec.writeSets(sets) : null);
        put(values, DETAILS, ConflictCodec.writeDetails(details));
        put(values, "author", author);
        put(values, "created", created);
        put(values, STATE, state.literal());
        put(values, DECIDED_BY, decidedBy);
        put(values, DECIDED_AT, decidedAt);
        return new ObjectState(id, RecordTypes.CONFLICT, new Placement(project, FEATURE, order), values, Map.of());
    }

    private static void put(Map<String, Value> values, String feature, String text) {
        if (text != null) {
            values.put(feature, Value.of(text));
        }
    }
}
