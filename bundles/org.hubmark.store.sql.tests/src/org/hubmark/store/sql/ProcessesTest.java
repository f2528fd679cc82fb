package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.Subscription;
import org.hubmark.testing.ChildProcess;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One database file and several processes, some of which are killed. */
@ExtendWith(NoErrorsLogged.class)
class ProcessesTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int KILLS = Boolean.getBoolean("hubmark.long") ? 60 : 5;

    private final Sample sample = new Sample();
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("hubs");
        try (AnnotationStore store = open()) {
            store.commit(sample.start(), NONE);
        }
    }

    private AnnotationStore open() throws StoreException {
        return new SqlStoreService().open(new StoreLocation.Embedded(file, true), NONE);
    }

    private ChildProcess writer() throws Exception {
        return WritingProcess.start(folder, file, sample.project, sample.model);
    }

    @Test
    void nothingAcceptedIsLostAndNothingHappensTwiceWhenTheWriterIsKilled() throws Exception {
        Random random = new Random(60);
        Set<UUID> sent = new LinkedHashSet<>();
        TreeMap<Long, UUID> accepted = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProcess writer = writer()) {
                writer.send("1000000");
                int after = 1 + random.nextInt(60);
                for (int i = 0; i < after; i++) {
                    note(writer.line(WritingProcess.ACCEPTED), sent, accepted);
                }
                writer.kill();
                writer.rest().forEach(line -> note(line, sent, accepted));
            }
            checkLog(sent, accepted);
        }
    }

    private static void note(String line, Set<UUID> sent, TreeMap<Long, UUID> accepted) {
        String[] words = line.split(" ");
        if (line.startsWith(WritingProcess.SENDING) && words[1].length() == 36) {
            sent.add(UUID.fromString(words[1]));
        } else if (line.startsWith(WritingProcess.ACCEPTED) && words.length == 3) {
            sent.add(UUID.fromString(words[1]));
            accepted.put(Long.parseLong(words[2]), UUID.fromString(words[1]));
        }
    }

    private void checkLog(Set<UUID> sent, TreeMap<Long, UUID> accepted) throws Exception {
        try (AnnotationStore store = open()) {
            List<Revision> log = store.since(sample.project, 1, NONE).toList();
            assertEquals(LongStream.range(2, log.size() + 2).boxed().toList(),
                    log.stream().map(Revision::number).toList());
            TreeMap<Long, UUID> there = new TreeMap<>();
            log.forEach(revision -> there.put(revision.number(), revision.changeSet()));
            accepted.forEach((number, id) -> assertEquals(id, there.get(number), "revision " + number + " of " + there.size()));
            for (UUID id : sent) {
                OptionalLong before = store.revisionOf(id, NONE);
                ChangeSet again = WritingProcess.changeSet(id, sample.project, sample.model);
                long number = assertInstanceOf(CommitResult.Accepted.class, store.commit(again, NONE)).revision();
                assertEquals(before.orElse(number), number);
                accepted.put(number, id);
            }
            assertEquals(sent.size(), accepted.size());
            assertEquals(sent.size() + 3, store.open(sample.project, OptionalLong.empty(), NONE).objects().size());
        }
    }

    /**
     * H2 writes into space that has been free for 45 seconds, and then loses what is written before a kill (decision 6).
     * Only the long run takes long enough for that.
     */
    @Test
    void aLargeFileThatIsOftenOpenedKeepsWhatWasAcceptedBeforeAKill() throws Exception {
        fill();
        fill();
        for (int kill = 0; kill < KILLS; kill++) {
            revision();
            revision();
            long accepted;
            try (ChildProcess writer = writer()) {
                writer.send("1");
                accepted = Long.parseLong(writer.line(WritingProcess.ACCEPTED).split(" ")[2]);
                writer.kill();
            }
            assertEquals(accepted, revision(), "after kill " + kill);
        }
    }

    /** One large change set, with some small ones after it, and all of it changed once more. */
    private void fill() throws Exception {
        try (AnnotationStore store = open()) {
            List<ObjectState> hubs = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                hubs.add(sample.hub("枢纽 " + i));
            }
            store.commit(sample.set(1, hubs.stream().map(Sample::create).toList()), NONE);
            store.commit(sample.set(1, hubs.stream()
                    .map(hub -> Sample.put(hub.id(), "nameZh", hub.text("nameZh"), "改名")).toList()), NONE);
        }
    }

    private long revision() throws Exception {
        try (AnnotationStore store = open()) {
            return store.projects(NONE).getFirst().revision();
        }
    }

    @Test
    void aSecondProcessJoinsAndBothHearOfEachOther() throws Exception {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        try (AnnotationStore store = open(); Subscription subscription = store.subscribe(sample.project, heard::add);
                ChildProcess other = writer()) {
            other.send("3");
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(other.line(WritingProcess.ACCEPTED));
            }
            assertTrue(answers.getLast().endsWith(" 4"), answers.toString());
            long last = 0;
            while (last < 4) {
                Long next = heard.poll(20, TimeUnit.SECONDS);
                assertNotNull(next, "heard nothing after " + last);
                last = next;
            }
            assertEquals(4, store.since(sample.project, 0, NONE).toList().size());
            other.end();
        }
    }

    @Test
    void theSecondProcessTakesOverWhenTheFirstEnds() throws Exception {
        AnnotationStore store = open();
        try (ChildProcess other = writer()) {
            other.send("2");
            other.line(WritingProcess.ACCEPTED);
            other.line(WritingProcess.ACCEPTED);
            store.commit(sample.by(Ids.next(), 1, create(sample.hub("甲"))), NONE);
            store.close();
            other.send("2");
            other.line(WritingProcess.ACCEPTED);
            other.line(WritingProcess.ACCEPTED);
            other.end();
        }
        try (AnnotationStore again = open()) {
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L),
                    again.since(sample.project, 0, NONE).toList().stream().map(Revision::number).toList());
        }
    }
}
