package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What H2 looks at when a log is long that is asked for one object, whatever its statistics say. */
@ExtendWith(NoErrorsLogged.class)
class LogReadsTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int MANY = 2_000;

    private final Sample sample = new Sample();
    private final ObjectState hub = sample.hub("新加坡");
    @TempDir
    private Path folder;
    private AnnotationStore store;
    private Connection owner;

    @BeforeEach
    void makeLongLog() throws Exception {
        Path file = folder.toRealPath().resolve("hubs");
        store = new SqlStoreService().open(new StoreLocation.Embedded(file, true), NONE);
        store.commit(sample.start(), NONE);
        store.commit(sample.set(1, create(hub)), NONE);
        owner = new H2File(file).owner();
        H2File.run(owner, """
                insert into revision (project, number, change_set, client, author, committed_at, label, undoes, steps)
                select '%s', x + 2, random_uuid(), random_uuid(), 'Grace', current_timestamp, 'a step', null, 0
                from system_range(1, %d)""".formatted(sample.project, MANY));
        H2File.run(owner, "update project set revision = " + (MANY + 2));
        H2File.run(owner, "alter table revision alter column project selectivity 100");    // as far off as with 10,000,000
    }

    @AfterEach
    void close() throws Exception {
        owner.close();
        store.close();
    }

    @Test
    void onlyItsRevisionsAreReadForTheHistoryOfAnObject() throws Exception {
        assertEquals(2, store.history(hub.id(), NONE).toList().getFirst().number());
        assertTrue(scanned(LogReads.HEAD + LogReads.OF_OBJECT, new Long[] {2L}, hub.id()) < 20);
    }

    @Test
    void onlyItsRevisionsAreReadForTheNewestOnesOfAnObject() throws Exception {
        assertEquals(2, store.latest(new LogFilter(sample.project, 0, null, hub.id(), null, null), NONE).toList().getFirst()
                .number());
        assertTrue(scanned(LogReads.HEAD + LatestRevisions.OF_NUMBERS, new Long[] {2L}, sample.project) < 20);
    }

    @Test
    void onlyAPageIsReadForWhoeverFollows() throws Exception {
        assertEquals(MANY + 2, store.since(sample.project, 0, NONE).toList().size());
        assertTrue(scanned(LogReads.FOLLOWING, sample.project, 0L) < 5 * LogReads.PAGE);
        assertTrue(scanned(LogReads.FOLLOWING, sample.project, (long) MANY) < 20);
    }

    @Test
    void aPageEndsWithTheRevisionThatMakesItLong() throws Exception {
        H2File.run(owner, "update revision set steps = 15000 where number > 2");
        try (PreparedStatement page = owner.prepareStatement(LogReads.FOLLOWING)) {
            Statements.bind(page, sample.project, 2L);
            List<Long> numbers = new ArrayList<>();
            try (ResultSet row = page.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            assertEquals(List.of(3L, 4L), numbers);
        }
        assertEquals(MANY + 2, store.since(sample.project, 0, NONE).toList().getLast().number());
    }

    private long scanned(String query, Object... parameters) throws Exception {
        try (PreparedStatement explain = owner.prepareStatement("explain analyze " + query)) {
            Statements.bind(explain, parameters);
            try (ResultSet row = explain.executeQuery()) {
                row.next();
                List<MatchResult> counts = Pattern.compile("scanCount: (\\d+)").matcher(row.getString(1)).results().toList();
                assertTrue(counts.size() >= 2, row.getString(1));
                return counts.stream().mapToLong(count -> Long.parseLong(count.group(1))).sum();
            }
        }
    }
}
