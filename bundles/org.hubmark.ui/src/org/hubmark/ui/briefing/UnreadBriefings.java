package org.hubmark.ui.briefing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ObjectHistory;
import org.hubmark.core.session.Session;
import org.hubmark.ui.Whereabouts;

/**
 * In which briefings colleagues changed something that the member has not seen yet. Where a passage belongs that nobody
 * has opened is asked of the store in the background, once. Model thread; no window needed.
 */
final class UnreadBriefings {

    /** After an import there may be thousands; their briefings are known by themselves. */
    private static final int MOST = 200;

    private final Session session;
    private final Runnable changed;
    /** The edition of a passage, or null if it is something else or gone. */
    private final Map<UUID, UUID> editions = new HashMap<>();
    private Set<UUID> briefings = Set.of();
    private boolean asking;

    /** @param changed is called when {@link #contains} answers otherwise than before */
    UnreadBriefings(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    boolean contains(UUID briefing) {
        return briefings.contains(briefing);
    }

    /** What is unread may be something else now. */
    void refresh() {
        Set<UUID> unread = session.team().unread();
        Set<UUID> found = new HashSet<>();
        Set<UUID> unknown = new HashSet<>();
        for (UUID id : unread) {
            UUID edition = edition(id);
            if (session.briefing(id) != null) {
                found.add(id);
            } else if (edition != null && session.edition(edition) != null) {
                found.add(session.edition(edition).briefing());
            } else if (!editions.containsKey(id) && session.state(id) == null) {
                unknown.add(id);
            }
        }
        editions.keySet().retainAll(unread);
        if (!found.equals(briefings)) {
            briefings = found;
            changed.run();
        }
        ask(unknown);
    }

    private UUID edition(UUID id) {
        return editions.getOrDefault(id, Whereabouts.owner(session, id, at -> session.edition(at) != null));
    }

    private void ask(Set<UUID> unknown) {
        if (asking || unknown.isEmpty()) {
            return;
        }
        asking = true;
        List<UUID> some = unknown.stream().limit(MOST).toList();
        session.read((store, monitor) -> {
            Map<UUID, UUID> answers = new HashMap<>();
            for (UUID id : some) {
                ObjectState last = ObjectHistory.read(store, id, monitor).last();
                answers.put(id, last != null && RecordTypes.PASSAGE.equals(last.type()) ? last.container() : null);
            }
            return answers;
        }).whenComplete((answers, failure) -> session.executor().execute(() -> {
            asking = false;
            if (failure == null) {
                editions.putAll(answers);
                refresh();
            }
        }));
    }
}
