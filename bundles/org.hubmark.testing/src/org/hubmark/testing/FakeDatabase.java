package org.hubmark.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreListener;
import org.hubmark.core.store.Subscription;

/** What the connections of a fake store share. Safe for use by several threads. */
final class FakeDatabase {

    private final Map<UUID, FakeProject> projects = new ConcurrentHashMap<>();
    private final Map<String, EditionText> texts = new ConcurrentHashMap<>();
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, Presence>> present = new ConcurrentHashMap<>();
    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private final ExecutorService notifier = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("fake-store").factory());

    private record Listening(UUID project, StoreListener listener) {
    }

    FakeProject project(UUID id) {
        return projects.get(id);
    }

    List<FakeProject> projects() {
        return List.copyOf(projects.values());
    }

    /** The project that an object lives in, or null. */
    FakeProject projectOf(UUID object) {
        return projects.values().stream().filter(p -> p.living(object) != null).findFirst().orElse(null);
    }

    EditionText text(String sha256) {
        return texts.get(sha256);
    }

    void keep(EditionText text) {
        texts.putIfAbsent(text.textSha256(), text);
    }

    List<Member> members() {
        return members.values().stream().sorted(Comparator.comparing(Member::name)).toList();
    }

    Member member(String account) {
        return members.get(account);
    }

    void put(Member member) {
        members.put(member.account(), member);
    }

    void remove(String account) {
        members.remove(account);
    }

    void announce(UUID project, Presence presence) {
        present.computeIfAbsent(project, p -> new ConcurrentSkipListMap<>()).put(presence.client(), presence);
        tellPresent(project);
    }

    void gone(UUID project, UUID client) {
        present.computeIfAbsent(project, p -> new ConcurrentSkipListMap<>()).remove(client);
        tellPresent(project);
    }

    private void tellPresent(UUID project) {
        notifier.execute(() -> listening.stream().filter(l -> l.project.equals(project))
                .forEach(l -> l.listener.present(List.copyOf(present.get(project).values()))));
    }

    /** Takes over one revision as it is; false if it is not the next one. */
    boolean replay(Revision revision) {
        FakeProject project = projects.computeIfAbsent(revision.project(), FakeProject::new);
        if (project.replay(revision)) {
            notifier.execute(() -> tell(revision.project(), revision.number()));
            return true;
        }
        return false;
    }

    CommitResult commit(ChangeSet changes, String author) {
        FakeProject project = projects.get(changes.project());
        boolean first = project == null;
        if (first) {
            if (changes.changes().isEmpty()
                    || !(changes.changes().getFirst() instanceof Change.Create create)
                    || !create.object().equals(changes.project())) {
                return new CommitResult.Refused(CommitResult.Reason.PROJECT, "There is no such project.");
            }
            project = new FakeProject(changes.project());
        }
        CommitResult result = project.commit(changes, author);
        if (result instanceof CommitResult.Accepted(long revision)) {
            projects.putIfAbsent(changes.project(), project);
            notifier.execute(() -> tell(changes.project(), revision));
        }
        return result;
    }

    Subscription subscribe(UUID project, StoreListener listener) {
        Listening one = new Listening(project, listener);
        listening.add(one);
        return () -> listening.remove(one);
    }

    private void tell(UUID project, long revision) {
        listening.stream().filter(l -> l.project.equals(project)).forEach(l -> l.listener.revision(revision));
    }
}
