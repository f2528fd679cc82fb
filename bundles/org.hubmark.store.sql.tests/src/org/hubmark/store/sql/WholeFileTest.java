package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.text.SourceText;
import org.hubmark.testing.ChildProcess;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file of H2 alone, without the journal, as it is at any moment while much is done to it: it may be older, but nothing
 * in it may be half there (decision 10).
 */
@ExtendWith(NoErrorsLogged.class)
class WholeFileTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final boolean LONG = Boolean.getBoolean("hubmark.long");
    private static final int KILLS = LONG ? 20 : 2;
    private static final int MOST_COPIES = LONG ? 6 : 3;
    private static final long PATIENCE_SECONDS = 60;
    /** Each must give nothing: what one table says and another does not, or an index and its table. */
    private static final Map<String, String> CONTRADICTIONS = new TreeMap<>(Map.of(
            "revisions of a project", """
                    select p.id from project p where p.revision <> (select count(*) from revision r where r.project = p.id)
                    or p.revision <> (select max(number) from revision r where r.project = p.id)""",
            "steps of a revision", """
                    select r.number from revision r where r.steps <>
                    (select count(*) from change_log c where c.project = r.project and c.revision = r.number)""",
            "steps without a revision", """
                    select c.revision from change_log c where not exists
                    (select 1 from revision r where r.project = c.project and r.number = c.revision)""",
            "objects without a step", """
                    select o.id from object o where not exists
                    (select 1 from change_log c where c.object = o.id and c.revision = o.changed_revision)""",
            "steps without an object", """
                    select c.object from change_log c where not exists (select 1 from object o where o.id = c.object)""",
            "hubs without a name", """
                    select o.id from object o where o.type = 'Hub' and not exists
                    (select 1 from feature_value v where v.object = o.id and v.feature = 'nameZh')""",
            "values of no object", """
                    select v.object from feature_value v where not exists (select 1 from object o where o.id = v.object)""",
            "objects by container", """
                    select 1 where (select count(*) from object o join object c on o.container = c.id)
                    <> (select count(*) from object where changed_revision > 0 and type <> 'Project')"""));

    private final Sample sample = new Sample();
    private final Random random = new Random();
    @TempDir
    private Path folder;
    private Path file;
    private int copies;

    @BeforeEach
    void make() throws Exception {
        file = folder.toRealPath().resolve("hubs");
        try (AnnotationStore store = open()) {
            store.commit(sample.start(), NONE);
        }
    }

    private AnnotationStore open() throws Exception {
        return new SqlStoreService().open(new StoreLocation.Embedded(file, true), NONE);
    }

    @Test
    void whateverIsCopiedOrLeftByAKillIsWholeAndWithTheJournalComplete() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> said;
            try (ChildProcess busy = BusyProcess.start(folder, file, sample.project, sample.model)) {
                busy.line(BusyProcess.ACCEPTED);
                for (int copy = random.nextInt(MOST_COPIES); copy >= 0; copy--) {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
                    checkCopy();
                }
                busy.kill();
                said = busy.rest();
            }
            checkCopy();
            long accepted = said.stream().filter(line -> line.startsWith(BusyProcess.ACCEPTED) && line.endsWith(" ."))
                    .mapToLong(line -> Long.parseLong(line.split(" ")[1])).max().orElse(0);
            try (AnnotationStore store = open(); Connection owner = new H2File(file).owner()) {
                long revision = store.projects(NONE).getFirst().revision();
                assertTrue(accepted <= revision, accepted + " was accepted, " + revision + " is there");
                check(owner);
            }
        }
        System.out.println(copies + " copies, " + KILLS + " kills, " + Files.size(file.resolveSibling("hubs.mv.db"))
                + " bytes");
    }

    private void checkCopy() throws Exception {
        Path copy = folder.resolve("copy" + copies++);
        Path data = copy.resolveSibling(copy.getFileName() + DatabaseFile.SUFFIX);
        FileCopy.copy(file.resolveSibling("hubs.mv.db"), data);
        try (Connection owner = DatabaseFile.source("jdbc:h2:file:" + copy + DatabaseFile.DIALECT, AccessFile.OWNER,
                AccessFile.read(AccessFile.beside(file)).owner()).getConnection()) {
            check(owner);
        }
        Files.delete(data);
    }

    private static void check(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.setQueryTimeout((int) PATIENCE_SECONDS);
            for (Map.Entry<String, String> contradiction : CONTRADICTIONS.entrySet()) {
                try (var row = statement.executeQuery(contradiction.getValue())) {
                    assertEquals("", row.next() ? row.getString(1) : "", contradiction.getKey());
                }
            }
            try (var row = statement.executeQuery("select text, original, file_sha256 from edition_text")) {
                while (row.next()) {
                    assertEquals(row.getString(3), SourceText.sha256(row.getBytes(2)));
                    assertEquals(row.getString(3), SourceText.sha256(row.getString(1).getBytes(StandardCharsets.UTF_8)));
                }
            }
            statement.execute("update project set revision = revision");
            statement.execute("update member set name = name");
        }
    }
}
