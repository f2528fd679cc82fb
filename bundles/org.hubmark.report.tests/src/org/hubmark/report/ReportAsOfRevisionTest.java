package org.hubmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.BriefingCommands;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.project.ProjectLoader;
import org.hubmark.core.report.ReportOptions;
import org.hubmark.testing.Sample;
import org.hubmark.testing.TeamFixture;
import org.hubmark.testing.TeamSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of what the project was at a revision, after much else has happened. */
class ReportAsOfRevisionTest extends TeamSession {

    private static final Pattern NOTE = Pattern.compile("(?m)^<p class=\"note\">(This is not the newest|这不是项目的最新)[^\n]*\n");

    private final IProgressMonitor monitor = new NullProgressMonitor();

    @ParameterizedTest
    @ValueSource(strings = { "zh", "en" })
    void itIsByteForByteTheOneThatWasMadeWhenTheRevisionWasTheNewest(String language) throws Exception {
        Map<Long, String> made = new TreeMap<>();
        made.put(1L, write(OptionalLong.empty(), language));
        for (Supplier<List<Change>> changes : yearsOfWork()) {
            work(changes.get());
            made.put((long) made.size() + 1, write(OptionalLong.empty(), language));
        }
        assertEquals(made.size(), Set.copyOf(made.values()).size(), "each step changes the report");
        for (long revision = 1; revision < made.size(); revision++) {
            String later = write(OptionalLong.of(revision), language);
            assertTrue(NOTE.matcher(later).find(), "the cover of revision " + revision + " says that it is old");
            assertEquals(made.get(revision), NOTE.matcher(later).replaceFirst(""), "revision " + revision);
        }
        assertEquals(made.get((long) made.size()), write(OptionalLong.of(made.size()), language));
    }

    @Test
    void theCoverNamesTheRevisionAndItsTimeAndThatItIsNotTheNewest() throws Exception {
        assertFalse(write(OptionalLong.empty(), "en").contains("not the newest"));
        work(List.of(Sample.put(team.hub.id(), "nameZh", "甲", "丙")));
        assertTrue(write(OptionalLong.of(1), "en").contains("This is not the newest state of the project: what was changed"
                + " after revision 1 of 1 January 2026, 08:00 UTC is not in this report."));
        assertTrue(write(OptionalLong.of(1), "zh").contains("这不是项目的最新状态：修订 1（2026年1月1日 08:00 UTC）之后的更改未收入本报告。"));
    }

    /** Of everything that a report shows something that comes, changes or goes. */
    private List<Supplier<List<Change>>> yearsOfWork() {
        Passage added = team.sample.passage(team.edition, team.text, 6, 9, team.b.id());
        Evidence link = team.sample.evidence(added, team.fact.id());
        return List.of(() -> List.of(new Change.Create(added.state()), new Change.Create(link.state())),
                () -> List.of(TeamFixture.rename(session, team.hub, "丙")),
                () -> List.of(Sample.put(link.id(), "stance", "supports", "contradicts")),
                () -> List.of(new Change.Delete(team.evidence.state()), new Change.Delete(team.passage.state())),
                () -> List.of(Sample.put(team.briefing.id(), "title", "简报", "旧简报")),
                () -> List.of(new Change.Remove(team.mechanism.id(), "hubs", Value.ref(team.hub.id())),
                        new Change.Add(team.mechanism.id(), "hubs", Value.ref(team.other.id()))),
                () -> deleted(BriefingCommands.delete(session, team.briefing.id())),
                () -> deleted(ElementCommands.delete(session, Set.of(team.hub.id()))));
    }

    private static List<Change> deleted(CompletableFuture<List<Change>> changes) {
        return changes.orTimeout(TeamFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void work(List<Change> changes) throws Exception {
        session.execute("work", changes);
        TeamFixture.sync(session);
    }

    private String write(OptionalLong revision, String language) throws Exception {
        Path file = folder.resolve("report.html");
        new HtmlReportWriter(c -> LineReading.of(c.text())).write(
                ProjectLoader.load(database, team.sample.project, revision, monitor),
                new ReportOptions(Locale.forLanguageTag(language), Set.of()), file, monitor);
        return Files.readString(file);
    }
}
