package org.hubmark.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreLocation;

/** A project of many hubs, and what is done in it that leaves it as large as it was. */
record LogProject(Work work) {

    static final int HUBS = 2_000;
    static final NullProgressMonitor NONE = new NullProgressMonitor();

    static LogProject at(StoreLocation.Server place) {
        return new LogProject(new Work(place, Ids.next()));
    }

    /** SQL for an id of a kind, made of a number, which has digits that are hexadecimal ones too. */
    static String id(String kind, String number) {
        return "cast('" + kind + "0000000-0000-4000-8000-' || lpad(cast(" + number + " as varchar), 12, '0') as uuid)";
    }

    private static UUID hub(int number) {
        return UUID.fromString("20000000-0000-4000-8000-%012d".formatted(number));
    }

    /** @return the number of the newest revision */
    long make() throws Exception {
        work.makeProject();
        List<Change> hubs = new ArrayList<>();
        for (int i = 0; i < HUBS; i++) {
            hubs.add(new Change.Create(work.hub(hub(i))));
        }
        try (AnnotationStore store = work.open()) {
            return work.commit(store, new ChangeSet(Ids.next(), work.project(), Ids.next(), 1, "hubs", null, hubs));
        }
    }

    /** Connects and reads the project. */
    void open() throws Exception {
        try (AnnotationStore store = work.open()) {
            int objects = store.open(work.project(), OptionalLong.empty(), NONE).objects().size();
            if (objects < HUBS) {
                throw new IllegalStateException("only " + objects);
            }
        }
    }

    /** A hub is made, gets another name and is deleted: the last of these looks for what others did to it meanwhile. */
    void commitThree(AnnotationStore store, UUID client) throws Exception {
        ObjectState hub = work.hub(Ids.next());
        long made = commit(store, client, 1, new Change.Create(hub));
        commit(store, client, made, new Change.Put(hub.id(), "nameZh", hub.values().get("nameZh"), Value.of("另一枢纽")));
        commit(store, client, made, new Change.Delete(hub));
    }

    private long commit(AnnotationStore store, UUID client, long base, Change change) throws Exception {
        return work.commit(store, new ChangeSet(Ids.next(), work.project(), client, base, "step", null, List.of(change)));
    }

    /** Reads what came after a revision. @return the number of the newest revision */
    long since(AnnotationStore store, long revision) throws Exception {
        try (var news = store.since(work.project(), revision, NONE)) {
            return news.toList().stream().mapToLong(r -> r.number()).max().orElse(revision);
        }
    }

    long newest(AnnotationStore store) throws Exception {
        return store.projects(NONE).stream().filter(p -> p.id().equals(work.project())).findFirst().orElseThrow().revision();
    }
}
