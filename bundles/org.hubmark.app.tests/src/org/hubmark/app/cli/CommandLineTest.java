package org.hubmark.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.report.ReportWriter;
import org.hubmark.core.server.TeamServers;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreService;
import org.hubmark.core.text.Anchor;
import org.hubmark.readers.MarkdownReader;
import org.hubmark.readers.PlainTextReader;
import org.hubmark.report.HtmlReportWriter;
import org.hubmark.store.sql.PostgresSetup;
import org.hubmark.store.sql.SqlStoreService;
import org.hubmark.store.sql.SqlTeamServers;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, on a real database. */
@ExtendWith(NoErrorsLogged.class)
class CommandLineTest {

    @TempDir
    private Path data;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesEveryCommand() {
        assertEquals(0, hubmark("help"));
        assertAll(List.of("import", "verify", "query", "history", "report", "serve", "server", "members").stream()
                .map(command -> () -> assertTrue(out().contains(command), command)));
    }

    @Test
    void whatIsNotUnderstoodGivesTwoAndPointsToHelp() {
        assertEquals(2, hubmark("verify", "--nonsense"));
        assertTrue(err().contains("--nonsense") && err().contains("\"help verify\""), err());
        assertEquals(2, hubmark("import"));
        assertEquals(2, hubmark("members", "add"));
        assertTrue(err().contains("\"members help add\""), err());
        assertEquals(0, hubmark("members", "help", "add"));
        assertTrue(out().contains("--role"), out());
    }

    @Test
    void aFileIsImportedOnceHoweverOftenItIsGiven() throws Exception {
        Path file = Files.writeString(data.resolve("园区.txt"), "创新园区在三年内吸引了二十家企业。\n其中五家来自海外。\n");
        assertEquals(0, hubmark("import", file.toString()));
        long revision = revision();
        assertEquals(0, hubmark("import", file.toString()));
        assertEquals(revision, revision(), "the second import changed nothing");
        assertEquals(1, count("select count(*) from v_edition where file_name = '园区.txt'"));
    }

    @Test
    void aFileThatCannotBeReadDoesNotStopTheOthers() throws Exception {
        Path good = Files.writeString(data.resolve("good.md"), "# 简报\n\n正文。\n");
        Path binary = Files.write(data.resolve("bad.txt"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 8, 0, 1, 2, 0, 0, 0});
        assertEquals(1, hubmark("import", binary.toString(), data.resolve("none.txt").toString(), good.toString()));
        assertTrue(err().contains("bad.txt") && err().contains("none.txt"), err());
        assertEquals(1, count("select count(*) from v_edition where file_name = 'good.md'"));
    }

    @Test
    void theSampleProjectHasNoErrorsAndVerifyTellsWhatItLacks() {
        assertEquals(0, hubmark("verify"), () -> out() + err());
        assertTrue(out().contains("0 broken anchors, 0 errors") || out().contains("0 个锚点失效，0 个错误"), out());
        assertTrue(out().contains("doc.001"), "the briefings not imported are named");
    }

    @Test
    void aQuoteThatIsNotItsSliceIsAnErrorAndGivesOne() throws Exception {
        Path file = Files.writeString(data.resolve("a.txt"), "第一句话。第二句话。\n");
        assertEquals(0, hubmark("import", file.toString()));
        try (AnnotationStore store = store()) {
            ProjectInfo project = store.projects(new NullProgressMonitor()).getFirst();
            UUID edition = UUID.fromString(single(store, project, "select id from v_edition where file_name = 'a.txt'"));
            Passage wrong = new Passage(Ids.next(), edition, "V", Anchor.of("不是这句话。第二句话。", 0, 5), Set.of(), null,
                    store.member(), "2026-01-01T00:00:00Z");
            commit(store, project, new Change.Create(wrong.state()));
        }
        assertEquals(1, hubmark("verify"));
        assertTrue(out().contains("1 broken anchors") || out().contains("1 个锚点失效"), out());
    }

    @Test
    void aFactWithoutEvidenceIsOnlyAWarning() throws Exception {
        assertEquals(0, hubmark("verify"));
        try (AnnotationStore store = store()) {
            ProjectInfo project = store.projects(new NullProgressMonitor()).getFirst();
            commit(store, project, new Change.Create(new ObjectState(Ids.next(), "Hub",
                    new Placement(hubModel(store, project), "elements", "z"), Map.of("nameZh", Value.of("无据之城")), Map.of())));
        }
        out.reset();
        assertEquals(0, hubmark("verify", "--all"));
        assertTrue(out().contains("无据之城"), out());
    }

    @Test
    void queriesAnswerInThreeFormatsAndNeverWrite() {
        assertEquals(0, hubmark("query", "--format", "csv", "--sql",
                "select key, name_zh from v_hub where key = :hub", "-p", "hub=hub.tsukuba"), () -> err());
        assertEquals("key,name_zh\nhub.tsukuba,筑波科学城\n", out().toLowerCase(java.util.Locale.ROOT));
        out.reset();
        assertEquals(0, hubmark("query"));
        assertTrue(out().contains("q39"), "the saved queries are listed");
        for (String forbidden : List.of("delete from v_hub", "select 1; drop view v_hub", "update object set type = 'x'",
                "select * from feature_value", "call commit_change_set('')")) {
            assertEquals(1, hubmark("query", "--sql", forbidden), forbidden);
        }
    }

    @Test
    void historyNamesWhoDidWhat() {
        assertEquals(0, hubmark("history"));
        String member = System.getProperty("user.name");
        assertTrue(out().lines().allMatch(line -> line.toLowerCase().contains(member.toLowerCase())), out());
        assertEquals(1, hubmark("history", "no.such.key"));
    }

    @Test
    void theHistoryOfAHubTellsOfWhatBelongsToItUnlessOnlyItselfIsMeant() throws Exception {
        String before = history("hub.tsukuba");
        String itself = history("--only", "hub.tsukuba");
        assertTrue(itself.matches(".*[(（]1 (change|处更改)[)）]\\R"), itself);
        try (AnnotationStore store = store()) {
            ProjectInfo project = store.projects(new NullProgressMonitor()).getFirst();
            commit(store, project, new Change.Create(new ObjectState(Ids.next(), "Metric",
                    new Placement(hubModel(store, project), "elements", "z"),
                    Map.of("subject", Value.ref(Ids.ofKey("hub.tsukuba"))), Map.of())));
        }
        assertEquals(before.lines().count() + 1, history("hub.tsukuba").lines().count());
        assertEquals(itself, history("--only", "hub.tsukuba"));
    }

    private String history(String... arguments) {
        out.reset();
        assertEquals(0, hubmark(Stream.concat(Stream.of("history"), Stream.of(arguments)).toArray(String[]::new)), () -> err());
        return out();
    }

    @Test
    void historyTellsWhatARevisionChanged() {
        assertEquals(0, hubmark("history", "--changes", "--last", "1"), () -> err());
        List<String> lines = out().lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.matches("    (New: .*|新建：.*)")), out());
        assertTrue(lines.getLast().matches("    (… and .* more changes|……另有.*)"), lines.getLast());
    }

    @Test
    void twoReportsOfOneRevisionAreTheSameBytes() throws Exception {
        for (String language : List.of("en", "zh")) {
            Path one = data.resolve("one-" + language + ".html");
            Path two = data.resolve("two-" + language + ".html");
            assertEquals(0, hubmark("report", "--language", language, "-o", one.toString()), () -> err());
            assertEquals(0, hubmark("report", "--language", language, "-o", two.toString()));
            assertEquals(-1, Files.mismatch(one, two));
        }
        assertFalse(Files.readString(data.resolve("one-zh.html")).isBlank());
        assertEquals(1, hubmark("report", "-o", data.resolve("x.odt").toString()));
        assertTrue(err().contains("html"), "the possible formats are named");
    }

    @Test
    void theReportOfAnOldRevisionIsTheOneThatWasMadeThen() throws Exception {
        Path then = data.resolve("then.html");
        Path later = data.resolve("later.html");
        assertEquals(0, hubmark("report", "--language", "en", "-o", then.toString()), () -> err());
        String revision = Long.toString(revision());
        assertEquals(0, hubmark("import", Files.writeString(data.resolve("a.txt"), "第一句话。\n").toString()));
        assertEquals(0, hubmark("report", "--language", "en", "--revision", revision, "-o", later.toString()));
        List<String> lines = Files.readAllLines(later);
        assertTrue(lines.removeIf(line -> line.contains("This is not the newest state of the project")));
        assertEquals(Files.readAllLines(then), lines);
    }

    @Test
    void aReportOfARevisionThatIsNotThereIsRefused() {
        for (String revision : List.of("0", "-1", "1000000")) {
            err.reset();
            assertEquals(1, hubmark("report", "--revision", revision, "-o", data.resolve("x.html").toString()));
            assertTrue(err().contains(revision), err());
            assertFalse(Files.exists(data.resolve("x.html")));
        }
    }

    private int hubmark(String... arguments) {
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return new HubmarkCommand(console, new ProductServices(), data).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private AnnotationStore store() throws Exception {
        return new SqlStoreService().open(ProjectFolder.of(data, ProjectFolder.SAMPLE).database(),
                new NullProgressMonitor());
    }

    private long revision() throws Exception {
        try (AnnotationStore store = store()) {
            return store.projects(new NullProgressMonitor()).getFirst().revision();
        }
    }

    private long count(String select) throws Exception {
        try (AnnotationStore store = store()) {
            return Long.parseLong(single(store, store.projects(new NullProgressMonitor()).getFirst(), select));
        }
    }

    private static String single(AnnotationStore store, ProjectInfo project, String select) throws Exception {
        return store.query(project.id(), select, Map.of(), 1, new NullProgressMonitor()).rows().getFirst().getFirst()
                .toString();
    }

    private static UUID hubModel(AnnotationStore store, ProjectInfo project) throws Exception {
        return store.objects(project.id(), Set.of("HubModel"), OptionalLong.empty(), new NullProgressMonitor()).toList()
                .getFirst().id();
    }

    private static void commit(AnnotationStore store, ProjectInfo project, Change change) throws Exception {
        CommitResult result = store.commit(new ChangeSet(Ids.next(), project.id(), Ids.next(), project.revision(),
                "test", null, List.of(change)), new NullProgressMonitor());
        assertTrue(result instanceof CommitResult.Accepted, result.toString());
    }

    /** As the product has them, without OSGi. */
    static final class ProductServices implements Services {
        @Override
        public StoreService stores() {
            return new SqlStoreService();
        }

        @Override
        public TeamServers servers() {
            return new SqlTeamServers();
        }

        @Override
        public ServerSetup setup() {
            return new PostgresSetup();
        }

        @Override
        public List<BriefingReader> readers() {
            return List.of(new PlainTextReader(), new MarkdownReader());
        }

        @Override
        public List<ReportWriter> reports() {
            return List.of(new HtmlReportWriter());
        }

        @Override
        public SeedFolder seeds() {
            return SeedFolder.of(Originals.root().resolve("seeds"));
        }
    }
}
