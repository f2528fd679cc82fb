package org.hubmark.core.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.briefing.SavedQuery;
import org.hubmark.core.change.ObjectState;

/** The records that a session always holds: there are few of them. Model thread. */
final class SessionRecords {

    static final Set<String> TYPES = Set.of(RecordTypes.BRIEFING, RecordTypes.EDITION, RecordTypes.SAVED_QUERY,
            RecordTypes.CONFLICT, RecordTypes.COMMENT);
    private static final Comparator<ObjectState> BY_ORDER = Comparator
            .<ObjectState, String>comparing(state -> state.placement().order()).thenComparing(ObjectState::id);

    private final LiveRecords live;
    private final SessionComments comments;

    SessionRecords(Collection<ObjectState> states) {
        live = new LiveRecords(states, state -> TYPES.contains(state.type()));
        comments = new SessionComments(live);
    }

    LiveRecords live() {
        return live;
    }

    SessionComments comments() {
        return comments;
    }

    List<Briefing> briefings() {
        return all(RecordTypes.BRIEFING, null, Briefing::of);
    }

    List<Edition> editions(UUID briefing) {
        return all(RecordTypes.EDITION, briefing, Edition::of);
    }

    List<SavedQuery> queries() {
        return all(RecordTypes.SAVED_QUERY, null, SavedQuery::of);
    }

    /** The conflicts as they are stored, oldest first. */
    List<ObjectState> conflicts() {
        return all(RecordTypes.CONFLICT, null, state -> state);
    }

    Briefing briefing(UUID id) {
        return one(id, RecordTypes.BRIEFING, Briefing::of);
    }

    Edition edition(UUID id) {
        return one(id, RecordTypes.EDITION, Edition::of);
    }

    /** The greatest order key in a feature of a container, or null. */
    String lastOrder(UUID container, String feature) {
        return live.all().stream().map(ObjectState::placement).filter(Objects::nonNull)
                .filter(p -> p.container().equals(container) && p.feature().equals(feature)).map(p -> p.order())
                .max(Comparator.naturalOrder()).orElse(null);
    }

    private <T> T one(UUID id, String type, Function<ObjectState, T> read) {
        ObjectState state = live.get(id);
        return state == null || !state.type().equals(type) ? null : read.apply(state);
    }

    private <T> List<T> all(String type, UUID container, Function<ObjectState, T> read) {
        return live.all().stream().filter(state -> state.type().equals(type))
                .filter(state -> container == null || container.equals(state.container())).sorted(BY_ORDER).map(read)
                .toList();
    }
}
