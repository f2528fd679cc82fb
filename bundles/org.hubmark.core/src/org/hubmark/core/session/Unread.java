package org.hubmark.core.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ChangeLines;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.Revision;

/**
 * What others have changed since the member of this session last looked: elements, codes, passages, comments, briefings
 * and editions. A change of a part (a fact, a cell, a piece of evidence) is one of what it belongs to. Model thread.
 */
final class Unread {

    private static final int PAGE = 200;
    /**
     * What a bulk change of more records than this belongs to is not looked up, if no one has opened them: passages are
     * known by what is changed of them, and evidence in such numbers nobody looks through.
     */
    private static final int LOOKED_UP = 200;
    private static final Set<String> WHOLES = Set.of("HubModel", "Codebook", "Project");
    private static final Set<String> RECORDS = Set.of(RecordTypes.PASSAGE, RecordTypes.COMMENT, RecordTypes.EDITION,
            RecordTypes.BRIEFING);
    private static final Set<String> LEFT_OUT = Set.of(RecordTypes.CONFLICT, RecordTypes.SAVED_QUERY);

    private final SessionCore core;
    private final UnreadFile file;
    private final Set<UUID> objects = new LinkedHashSet<>();
    private final List<Revision> later = new ArrayList<>();
    private long revision;
    private boolean caughtUp;
    private boolean writing;

    Unread(SessionCore core, UnreadFile file) {
        this.core = core;
        this.file = file;
    }

    /** Catches up with what happened while the member was away. */
    void start() {
        long now = core.local().revision();
        UnreadFile.Content content = file.read().orElse(new UnreadFile.Content(now, Set.of()));
        objects.addAll(content.objects());
        revision = Math.min(now, content.revision());
        catchUp(now);
    }

    private void catchUp(long until) {
        if (revision >= until) {
            caughtUp = true;
            List<Revision> waiting = List.copyOf(later);
            later.clear();
            arrived(waiting);
            save();
            return;
        }
        core.reads().ask(monitor -> {
            List<Revision> page = new ArrayList<>();
            try (Cursor<Revision> log = core.store().since(core.project(), revision, monitor)) {
                while (log.hasNext() && page.size() < PAGE) {
                    page.add(log.next());
                }
            }
            return page.stream().filter(r -> r.number() <= until).toList();
        }).thenAccept(page -> {
            look(page);
            revision = page.isEmpty() ? until : page.getLast().number();
            catchUp(until);
        });
    }

    Set<UUID> objects() {
        return Set.copyOf(objects);
    }

    /** These were looked at. */
    void seen(Collection<UUID> ids) {
        if (objects.removeAll(new HashSet<>(ids))) {
            told();
        }
    }

    /** Revisions of other sessions. */
    void arrived(List<Revision> revisions) {
        if (!caughtUp) {
            later.addAll(revisions);
            return;
        }
        look(revisions);
        save();
    }

    private void look(List<Revision> revisions) {
        Map<UUID, ObjectState> told = new HashMap<>();
        Set<UUID> unknown = new LinkedHashSet<>();
        Set<UUID> before = Set.copyOf(objects);
        for (Revision one : revisions) {
            if (!one.author().equals(core.store().member())) {
                told.putAll(ChangeLines.told(one.changes()));
                one.changes().forEach(change -> look(change, told, unknown));
            }
        }
        if (!objects.equals(before)) {
            told();
        }
        if (unknown.size() <= LOOKED_UP && !unknown.isEmpty()) {
            core.lookup().find(unknown, Map.of()).thenAccept(found -> {
                unknown.stream().map(id -> subject(id, found)).filter(id -> id != null).forEach(objects::add);
                told();
            });
        }
    }

    private void look(Change change, Map<UUID, ObjectState> told, Set<UUID> unknown) {
        UUID id = change.object();
        if (core.lookup().here(id) == null && !told.containsKey(id)) {
            (isOfPassage(change) ? objects : unknown).add(id);
            return;
        }
        UUID subject = subject(id, told);
        if (subject != null && !(change instanceof Change.Delete && subject.equals(id))) {
            objects.add(subject);
        }
        if (change instanceof Change.Delete) {
            objects.remove(id);
        }
    }

    /** Only passages have codes and memos. */
    private static boolean isOfPassage(Change change) {
        return change instanceof Change.Add || change instanceof Change.Remove
                || change instanceof Change.Put put && "memo".equals(put.feature());
    }

    /** What an object belongs to that a user looks at as one thing; null if nobody would. */
    private UUID subject(UUID id, Map<UUID, ObjectState> told) {
        Set<UUID> way = new HashSet<>();
        UUID at = id;
        while (at != null && way.add(at)) {
            ObjectState state = state(at, told);
            if (state == null) {
                return at.equals(id) ? null : at;
            }
            if (LEFT_OUT.contains(state.type()) || WHOLES.contains(state.type())) {
                return null;
            }
            if (RECORDS.contains(state.type()) || isWhole(state, told)) {
                return at;
            }
            at = state.container();
        }
        return null;
    }

    private boolean isWhole(ObjectState state, Map<UUID, ObjectState> told) {
        ObjectState container = state.placement() == null ? null : state(state.container(), told);
        return "Code".equals(state.type()) || container != null && WHOLES.contains(container.type());
    }

    private ObjectState state(UUID id, Map<UUID, ObjectState> told) {
        ObjectState here = core.lookup().here(id);
        return here == null ? told.get(id) : here;
    }

    private void told() {
        core.events().unread();
        save();
    }

    /** Many changes within a moment are written once. */
    private void save() {
        if (!writing) {
            writing = true;
            core.writer().later(() -> file.write(core.locked(this::content)));
        }
    }

    private UnreadFile.Content content() {
        writing = false;
        revision = caughtUp ? core.local().revision() : revision;
        return new UnreadFile.Content(revision, Set.copyOf(objects));
    }
}
