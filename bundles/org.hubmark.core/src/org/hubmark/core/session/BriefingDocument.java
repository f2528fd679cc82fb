package org.hubmark.core.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Comment;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.BriefingContent;

/**
 * One edition with its text and all that is said of it, kept up to date with the session's own commands and with
 * colleagues. Model thread only. To be closed by who opened it.
 */
public final class BriefingDocument implements AutoCloseable {

    private static final Comparator<Passage> BY_PLACE = Comparator.<Passage>comparingInt(p -> p.anchor().start())
            .thenComparing(p -> p.anchor().end(), Comparator.reverseOrder()).thenComparing(Passage::id);
    private static final Comparator<Part> BY_START = Comparator.comparingInt(Part::start).thenComparing(Part::id);
    private static final Comparator<Evidence> BY_ORDER = Comparator.comparing(Evidence::order)
            .thenComparing(Evidence::id);

    private final Session session;
    private final UUID edition;
    private final Edition lastEdition;
    private final String text;
    private final LiveRecords records;
    private final Replica replica = new Following();
    private final Map<UUID, Passage> passages = new HashMap<>();
    private final TreeSet<Passage> sorted = new TreeSet<>(BY_PLACE);
    private final Map<UUID, Evidence> evidence = new HashMap<>();
    private final Map<UUID, TreeSet<Evidence>> ofPassage = new HashMap<>();
    private final Map<UUID, Part> parts = new HashMap<>();
    private final Set<UUID> comments = new HashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Passage> snapshot;

    BriefingDocument(Session session, BriefingContent content) {
        this.session = session;
        this.edition = content.edition().id();
        this.lastEdition = content.edition();
        this.text = content.text();
        List<ObjectState> states = new ArrayList<>();
        content.parts().forEach(part -> states.add(part.state()));
        content.passages().forEach(passage -> states.add(passage.state()));
        content.evidence().forEach(item -> states.add(item.state()));
        this.records = new LiveRecords(states, this::holds);
        states.forEach(state -> refresh(state.id()));
        session.team().allComments().forEach(comment -> refreshComment(comment.id()));
    }

    Replica replica() {
        return replica;
    }

    /** The briefing, or null once it is deleted. */
    public Briefing briefing() {
        return session.briefing(edition().briefing());
    }

    /** The edition; as it was, once it is deleted. */
    public Edition edition() {
        Edition now = session.edition(edition);
        return now == null ? lastEdition : now;
    }

    /** The account of the session. */
    public String member() {
        return session.member();
    }

    /** The canonical text; never changes. */
    public String text() {
        return text;
    }

    /** By start. */
    public List<Part> parts() {
        return parts.values().stream().sorted(BY_START).toList();
    }

    /**
     * By start, then by end descending (outer before inner), then by id. A snapshot; costs nothing if nothing changed.
     */
    public List<Passage> passages() {
        if (snapshot == null) {
            snapshot = List.copyOf(sorted);
        }
        return snapshot;
    }

    /** A passage, or null. */
    public Passage passage(UUID id) {
        return passages.get(id);
    }

    /** The evidence that a passage gives; may be empty. */
    public List<Evidence> evidence(UUID passage) {
        TreeSet<Evidence> all = ofPassage.get(passage);
        return all == null ? List.of() : List.copyOf(all);
    }

    /** The comments on a passage, each followed by its replies; may be empty. */
    public List<Comment> comments(UUID passage) {
        return session.team().thread(passage);
    }

    /** Called after every change of parts, passages, evidence or comments of this edition. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        session.leave(this);
        listeners.clear();
    }

    private boolean holds(ObjectState state) {
        return switch (state.type()) {
            case RecordTypes.PART, RecordTypes.PASSAGE -> edition.equals(state.container());
            case RecordTypes.EVIDENCE -> records.get(state.container()) != null;
            default -> false;
        };
    }

    /** Brings what is shown of one object up to date. True if anything changed. */
    private boolean refresh(UUID id) {
        ObjectState state = records.get(id);
        boolean known = forget(id);
        if (state == null) {
            return known;
        }
        switch (state.type()) {
            case RecordTypes.PART -> parts.put(id, Part.of(state));
            case RecordTypes.PASSAGE -> {
                Passage passage = Passage.of(state);
                passages.put(id, passage);
                sorted.add(passage);
            }
            default -> {
                Evidence item = Evidence.of(state);
                evidence.put(id, item);
                ofPassage.computeIfAbsent(item.passage(), p -> new TreeSet<>(BY_ORDER)).add(item);
            }
        }
        return true;
    }

    /** True if a comment of this edition has changed; the session itself keeps comments up to date. */
    private boolean refreshComment(UUID id) {
        boolean known = comments.remove(id);
        Comment comment = session.team().comment(id);
        return comment != null && passages.containsKey(session.team().subject(comment)) ? comments.add(id) : known;
    }

    private boolean forget(UUID id) {
        Passage passage = passages.remove(id);
        if (passage != null) {
            sorted.remove(passage);
        }
        Evidence item = evidence.remove(id);
        if (item != null) {
            ofPassage.computeIfPresent(item.passage(), (p, all) -> all.remove(item) && all.isEmpty() ? null : all);
        }
        return parts.remove(id) != null || passage != null || item != null;
    }

    /** Follows the session's changes. */
    private final class Following implements Replica {

        @Override
        public Change apply(Change change) {
            return records.apply(change);
        }

        @Override
        public ObjectState state(UUID id) {
            return records.get(id);
        }

        @Override
        public void settle(Set<UUID> objects) {
            boolean changed = false;
            for (UUID id : objects) {
                changed |= refresh(id) | refreshComment(id);
            }
            if (changed) {
                snapshot = null;
                listeners.forEach(Runnable::run);
            }
        }
    }
}
