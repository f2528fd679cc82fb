package org.hubmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.pack.BriefingImport;
import org.hubmark.core.pack.SampleProject;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.project.ProjectLoader;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.report.ReportOptions;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.text.Canonical;
import org.hubmark.core.text.SourceText;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The report that the study is about: the sample project with the five original briefings. */
@ExtendWith(NoErrorsLogged.class)
class OriginalsReportTest {

    private final IProgressMonitor monitor = new NullProgressMonitor();

    @TempDir
    Path folder;

    @Test
    void eachNumberLeadsToItsPassageAndBackAndTwoRunsAreTheSame() throws Exception {
        assumeTrue(Originals.files().size() == 5, "skipped: the five original briefings are not on this machine");
        try (FakeStore store = new FakeStore()) {
            UUID project = importAll(store);
            ProjectContent content = ProjectLoader.load(store, project, OptionalLong.empty(), monitor);
            for (String language : List.of("zh", "en")) {
                assertTraceable(content, write(content, language));
            }
            ProjectContent again = ProjectLoader.load(store, project, OptionalLong.empty(), monitor);
            assertEquals(write(content, "zh"), write(again, "zh"));
        }
    }

    private static void assertTraceable(ProjectContent content, String html) {
        Set<String> ids = found(html, " id=\"([^\"]*)\"");
        assertEquals(Set.of(), minus(found(html, " href=\"#([^\"]*)\""), ids), "links that lead nowhere");
        int passages = content.briefings().stream().mapToInt(b -> b.passages().size()).sum();
        assertTrue(passages >= 1037, passages + " passages");
        for (int n = 1; n <= passages; n++) {
            assertTrue(ids.contains("r" + n) && ids.contains("p" + n), "quote and text of passage " + n);
        }
        for (String uses : found(html, "<ul class=\"uses\"><li>(.*?)</li></ul>")) {
            for (String use : uses.split("</li><li>")) {
                assertTrue(use.contains("<a href=\"#"), "a use that leads nowhere: " + use);
            }
        }
    }

    private UUID importAll(FakeStore store) throws Exception {
        SeedFolder seeds = SeedFolder.of(Originals.root().resolve("seeds"));
        UUID project = new SampleProject(seeds).createIn(store, monitor);
        for (Path file : Originals.files()) {
            BriefingImport briefing = BriefingImport.prepare(read(file), store, project, seeds, monitor);
            store.keep(briefing.text(), monitor);
            long base = store.open(project, OptionalLong.empty(), monitor).revision();
            ChangeSet changes = new ChangeSet(Ids.next(), project, Ids.next(), base, briefing.label(), null,
                    briefing.changes());
            assertInstanceOf(CommitResult.Accepted.class, store.commit(changes, monitor));
        }
        return project;
    }

    private static ReadBriefing read(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        SourceText text = Canonical.of(Files.readString(file), replaced -> { });
        return new ReadBriefing(file.getFileName().toString(), "text/plain", bytes, SourceText.sha256(bytes), "UTF-8",
                text, Map.of(), List.of());
    }

    private String write(ProjectContent content, String language) throws Exception {
        Path file = folder.resolve("report.html");
        ReportOptions options = new ReportOptions(Locale.forLanguageTag(language), Set.of());
        new HtmlReportWriter().write(content, options, file, monitor);
        return Files.readString(file);
    }

    private static Set<String> found(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
