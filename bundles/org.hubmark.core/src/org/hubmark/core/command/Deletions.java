package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ObjectHistory;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;

/**
 * Works out all that goes when any objects are deleted, of the model and records alike, whatever has been put into them
 * since somebody decided to. Model thread.
 */
final class Deletions {

    private final Session session;
    private final Map<UUID, Change> deletes = new LinkedHashMap<>();
    private final Set<Change> others = new LinkedHashSet<>();

    Deletions(Session session) {
        this.session = session;
    }

    /** @param doomed as they were when somebody deleted them; what is not there any more is passed over */
    CompletableFuture<List<Change>> of(List<ObjectState> doomed) {
        if (doomed.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        List<UUID> objects = doomed.stream().map(ObjectState::id).filter(id -> session.find(id) != null).toList();
        CompletableFuture<Void> all = new Deletion(session, objects).changes().thenAccept(this::add);
        for (ObjectState briefing : ofType(doomed, RecordTypes.BRIEFING)) {
            if (session.briefing(briefing.id()) != null) {
                all = all.thenCompose(nothing -> BriefingCommands.delete(session, briefing.id()))
                        .thenAccept(this::add);
            }
        }
        for (List<ObjectState> passages : ofType(doomed, RecordTypes.PASSAGE).stream()
                .collect(Collectors.groupingBy(ObjectState::container)).values()) {
            all = all.thenCompose(nothing -> passages(passages));
        }
        ofType(doomed, RecordTypes.COMMENT).stream().filter(state -> session.team().comment(state.id()) != null)
                .forEach(state -> {
                    add(CommentCommands.deleteAll(session, state.id()));
                    add(List.of(new Change.Delete(session.team().comment(state.id()).state())));
                });
        return all.thenCompose(nothing -> rest(doomed)).thenApply(nothing -> complete());
    }

    private static List<ObjectState> ofType(List<ObjectState> states, String type) {
        return states.stream().filter(state -> state.type().equals(type)).toList();
    }

    private CompletableFuture<Void> passages(List<ObjectState> passages) {
        if (session.edition(passages.getFirst().container()) == null) {
            return CompletableFuture.completedFuture(null);
        }
        return session.openBriefing(passages.getFirst().container()).thenAccept(document -> {
            try (BriefingDocument open = document) {
                passages.stream().map(ObjectState::id).filter(id -> open.passage(id) != null)
                        .forEach(id -> add(PassageCommands.delete(open, id)));
            }
        });
    }

    /** Records that hold nothing: as they are now. */
    private CompletableFuture<Void> rest(List<ObjectState> doomed) {
        List<UUID> left = doomed.stream().filter(state -> RecordTypes.ALL.contains(state.type()))
                .filter(state -> !RecordTypes.BRIEFING.equals(state.type()) && !RecordTypes.PASSAGE.equals(state.type()))
                .map(ObjectState::id).filter(id -> !deletes.containsKey(id)).toList();
        if (left.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return session.read((store, monitor) -> {
            List<Change> changes = new ArrayList<>();
            for (UUID id : left) {
                ObjectHistory history = ObjectHistory.read(store, id, monitor);
                if (history.isLiving()) {
                    changes.add(new Change.Delete(history.last()));
                }
            }
            return changes;
        }).thenAccept(this::add);
    }

    private void add(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Delete) {
                deletes.putIfAbsent(change.object(), change);
            } else {
                others.add(change);
            }
        }
    }

    private List<Change> complete() {
        List<Change> changes = new ArrayList<>(others);
        changes.addAll(deletes.values());
        return changes;
    }
}
