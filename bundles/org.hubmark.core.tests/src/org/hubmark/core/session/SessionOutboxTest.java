package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.GRENOBLE;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.text.SourceText;
import org.hubmark.model.Fact;
import org.hubmark.model.Hub;
import org.junit.jupiter.api.Test;


/** What waits on this machine: it is sent later, once and in order, whatever dies meanwhile. */
class SessionOutboxTest extends TwoSessions {

    @Test
    void whileTheStoreIsAwayWorkGoesOnAndIsSentLater() throws Exception {
        CompletableFuture<SyncState> offline = new CompletableFuture<>();
        mine.addListener(new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                if (state.kind() == SyncState.Kind.OFFLINE) {
                    offline.complete(state);
                }
            }
        });
        line.setOffline(true);
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        mine.execute("two", List.of(name(GRENOBLE, null, "Two")));

        assertTrue(get(offline).message().contains("can't be reached"));
        assertEquals(2, mine.syncState().waiting());
        assertEquals("One", mine.find(TSUKUBA, Hub.class).getNameEn());
        line.setOffline(false);

        sample.assertSame(mine);
        assertEquals(3, mine.revision());
    }

    @Test
    void whatADeadSessionLeftIsSentByTheNextOneOnceAndInOrder() throws Exception {
        line.setOffline(true);
        UUID fact = Ids.next();
        mine.execute("fact", List.of(fact(fact, TSUKUBA)));
        mine.execute("text", List.of(new Change.Put(fact, "text", null, Value.of("一"))));
        mine.execute("text", List.of(new Change.Put(fact, "text", Value.of("一"), Value.of("二"))));
        Path left = whatAKillWouldLeave(3);

        try (Session next = sample.open(left)) {
            sample.assertSame(next);
            assertEquals(4, next.revision());
            assertEquals("二", ((Fact) next.find(fact)).getText());
            next.execute("text", List.of(new Change.Put(fact, "text", Value.of("二"), Value.of("三"))));
            sample.assertSame(next);
        }
        try (Session again = sample.open(left)) {
            sample.assertSame(again);
            assertEquals(5, again.revision());
        }
    }

    @Test
    void whatTheStoreTookBeforeTheSessionDiedIsNotDoneAgain() throws Exception {
        line.hold();
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        Path left = whatAKillWouldLeave(1);
        line.release();
        sync(mine);
        theirs.execute("other", List.of(name(TSUKUBA, "One", "Other")));
        sync(theirs);

        try (Session next = sample.open(left)) {
            sample.assertSame(next);
            assertEquals(3, next.revision());
            assertEquals("Other", next.find(TSUKUBA, Hub.class).getNameEn());
        }
    }

    @Test
    void halfAWrittenLineIsLeftOut() throws Exception {
        line.setOffline(true);
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        Path left = whatAKillWouldLeave(1);
        try (var files = Files.walk(left)) {
            Path file = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            Files.writeString(file, "{\"id\":\"0199", StandardOpenOption.APPEND);
        }

        try (Session next = sample.open(left)) {
            sample.assertSame(next);
            next.execute("two", List.of(name(GRENOBLE, null, "Two")));
            sample.assertSame(next);
            assertEquals(3, next.revision());
        }
    }

    @Test
    void anAnswerThatIsLostOnTheWayDoublesNothing() throws Exception {
        line.loseNextAnswer();
        UUID fact = Ids.next();
        mine.execute("fact", List.of(fact(fact, TSUKUBA)));

        sample.assertSame(mine);
        assertEquals(2, mine.revision());
        assertTrue(rejections.isEmpty());
    }

    @Test
    void anImportedTextWaitsWithItsEditionAndCanBeReadMeanwhile() throws Exception {
        line.setOffline(true);
        Edition edition = importText(mine, "新的简报。");

        assertEquals("新的简报。", get(mine.openBriefing(edition.id())).text());
        line.setOffline(false);
        sync(mine);

        assertEquals("新的简报。", sample.store().text(edition.textSha256(), new NullProgressMonitor()).text());
        assertEquals(List.of("简报", "新"), mine.briefings().stream().map(Briefing::title).toList());
        assertEquals("新的简报。", get(theirs.openBriefing(edition.id())).text());
    }

    /** Over a line that breaks again and again, each text has to be sent once, not all of them each time. */
    @Test
    void textsThatWaitAreSentEachWithItsEdition() throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        AnnotationStore watched = (AnnotationStore) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {AnnotationStore.class}, (proxy, method, values) -> {
                    try {
                        Object result = method.invoke(line, values);
                        if (method.getName().equals("keep") || method.getName().equals("commitAll")) {
                            calls.add(method.getName());
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try (Session session = Session.open(watched, PROJECT, folder.resolve("watched"), ModelExecutor.direct(),
                new NullProgressMonitor())) {
            line.setOffline(true);
            importText(session, "第一份简报。");
            importText(session, "第二份简报。");
            session.execute("one", List.of(name(TSUKUBA, null, "One")));
            session.execute("two", List.of(name(GRENOBLE, null, "Two")));
            line.setOffline(false);
            sync(session);
        }

        assertEquals(List.of("keep", "commitAll", "keep", "commitAll", "commitAll"), calls);
    }

    private static Edition importText(Session session, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sha = SourceText.sha256(bytes);
        session.keep(new EditionText(sha, text, sha, bytes));
        Briefing briefing = new Briefing(Ids.next(), PROJECT, OrderKeys.nth(9), null, "新", null, null, null, null,
                null, "zh", null);
        Edition edition = new Edition(Ids.next(), briefing.id(), OrderKeys.nth(0), "b.txt", "text/plain", "UTF-8", sha,
                sha, text.length(), text.length(), "ben", "2026-01-01T00:00:00Z");
        session.execute("import", List.of(new Change.Create(briefing.state()), new Change.Create(edition.state())));
        return edition;
    }

    @Test
    void closingSendsWhatIsWaitingAndLeavesNoFile() throws Exception {
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        mine.close();

        assertEquals(2, sample.store().open(PROJECT, OptionalLong.empty(), new NullProgressMonitor())
                .revision());
        try (var files = Files.walk(folder.resolve("mine"))) {
            assertEquals(0, files.filter(f -> f.toString().endsWith(".jsonl")).count());
        }
    }
}
