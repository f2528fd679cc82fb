package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.testing.TeamFixture.get;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.model.Fact;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;


/** Two members at work in one project: what I send goes over a line that can be held, broken or lost. */
@ExtendWith(NoErrorsLogged.class)
abstract class TwoSessions {

    @TempDir
    protected Path folder;
    protected SampleProject sample;
    protected FakeStore line;
    protected Session mine;
    protected Session theirs;
    protected final BlockingQueue<Rejection> rejections = new LinkedBlockingQueue<>();
    protected final BlockingQueue<ConflictView> conflicts = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        sample = new SampleProject();
        line = sample.store().connect("ben");
        mine = sample.open(line, folder.resolve("mine"));
        theirs = sample.open(sample.store().connect("chen"), folder.resolve("theirs"));
        mine.addListener(new SessionListener() {
            @Override
            public void rejected(Rejection rejection) {
                rejections.add(rejection);
            }

            @Override
            public void conflicted(ConflictView conflict) {
                conflicts.add(conflict);
            }
        });
    }

    @AfterEach
    void close() {
        line.release();
        mine.close();
        theirs.close();
    }

    /** A copy of the outbox of my session as a kill would leave it, once this many change sets are safe there. */
    protected Path whatAKillWouldLeave(int changeSets) throws Exception {
        Path from = folder.resolve("mine").resolve(PROJECT.toString());
        Path to = folder.resolve("left").resolve(PROJECT.toString());
        Files.createDirectories(to);
        Path file = get(CompletableFuture.supplyAsync(() -> awaitLines(from, changeSets)));
        Files.copy(file, to.resolve(file.getFileName()));
        return folder.resolve("left");
    }

    private static Path awaitLines(Path outbox, int lines) {
        try {
            Path file = jsonl(outbox);
            while (Files.readAllLines(file).size() < lines) {
                Thread.onSpinWait();
                file = jsonl(outbox);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jsonl(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    protected static Change name(UUID object, String old, String now) {
        return new Change.Put(object, "nameEn", Value.of(old), Value.of(now));
    }

    protected static Change fact(UUID id, UUID owner) {
        return new Change.Create(SampleProject.object(id, "Fact", owner, "facts", 0, Map.of()));
    }
}
