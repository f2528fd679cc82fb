package org.hubmark.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.change.Ids;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.report.ReportOptions;
import org.hubmark.model.Fact;
import org.hubmark.model.Relation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class HtmlReportWriterTest {

    private static final Path GOLDEN = Path.of("bundles/org.hubmark.report.tests/src/org/hubmark/report");

    @TempDir
    Path folder;

    private final SampleProject sample = new SampleProject();

    /** Run with {@code -Dhubmark.baseline=true} to take what is written now as the new baseline; then read the diff. */
    @ParameterizedTest
    @ValueSource(strings = { "zh", "en" })
    void theSampleReportIsTheOneThatWasApproved(String language) throws IOException {
        String written = write(sample.content(), language);
        Path golden = Originals.root().resolve(GOLDEN).resolve("sample-" + language + ".html");
        if (Boolean.getBoolean("hubmark.baseline")) {
            Files.writeString(golden, written);
        }
        assertEquals(Files.readString(golden).lines().toList(), written.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh", "en" })
    void theSameBytesComeOutWhereverTheyAreMade(String language) throws IOException {
        byte[] here = write(sample.content(), language).getBytes();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertArrayEquals(here, write(new SampleProject().content(), language).getBytes());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh", "en" })
    void everyLinkArrivesAndNoIdStandsTwice(String language) throws IOException {
        String html = write(sample.content(), language);
        List<String> ids = found(html, " id=\"([^\"]*)\"");
        Set<String> places = new HashSet<>(ids);
        assertEquals(places.size(), ids.size());
        List<String> dead = found(html, " href=\"#([^\"]*)\"").stream().filter(t -> !places.contains(t)).toList();
        assertEquals(List.of(), dead);
        assertEquals(List.of(), found(html, "((?:href|src)=\"[^#][^\"]*\")"));
    }

    @Test
    void everyPassageLeadsFromFactToQuoteToTextAndBack() throws IOException {
        String html = write(sample.content(), "en");
        int passages = sample.content().briefings().stream().mapToInt(b -> b.passages().size()).sum();
        for (int n = 1; n <= passages; n++) {
            assertTrue(html.contains(" id=\"r" + n + "\""), "in the register: " + n);
            assertTrue(html.contains(" id=\"p" + n + "\""), "in the text: " + n);
            assertTrue(html.contains("href=\"#p" + n + "\""), "from the register to the text: " + n);
            assertTrue(html.contains("class=\"ref\" href=\"#r" + n + "\""), "from the text to the register: " + n);
        }
        assertTrue(html.contains("href=\"#o-" + sample.pool.getId() + "\""), "from a passage to what it supports");
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh", "en" })
    void nothingAnybodyWroteBecomesMarkup(String language) throws IOException {
        String html = write(sample.content(), language);
        assertEquals(1, found(html, "(<script)").size(), "only the script of the report itself");
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; “引号” 𠮷"));
        assertTrue(html.contains("<title>港城研究 &lt;Harbour&gt; &amp; &quot;Co&quot;</title>"));
        assertTrue(html.contains("memo &amp; &lt;b&gt;"));
        assertFalse(html.contains("url(x)"), "a colour that is none");
    }

    @Test
    void whatLacksEvidenceSaysSo() throws IOException {
        String html = write(sample.content(), "en");
        assertTrue(item(html, sample.founded.getId()).contains("class=\"cite supports\""));
        assertTrue(item(html, sample.lesson.getId()).contains(">no evidence<"));
        assertTrue(item(html, sample.firms.getId()).contains("contradicted by"));
        assertTrue(item(html, sample.firms.getId()).contains("class=\"cite contradicts\""));
        assertTrue(item(html, sample.rumour.getId()).contains(">disputed<"));
        assertTrue(write(sample.content(), "zh").contains(">无证据<"));
    }

    @Test
    void namesAndRemarksWantNoPassageOfTheirOwn() throws IOException {
        sample.hub.setDescription("a remark");
        String html = write(sample.content(), "en");
        assertTrue(html.contains("<dt>Remark</dt><dd>a remark</dd>"));
        assertTrue(html.contains("<dt>Also called</dt><dd><span lang=\"zh\">HSP, 港城</span></dd>"));
    }

    @Test
    void factsOfOneKeyShareALineAndTheirLinksArrive() throws IOException {
        for (String sector : List.of("fishing", "freight")) {
            sample.model.fact(sample.hub, "field", sector).setId(Ids.ofKey(sector).toString());
        }
        Fact bays = sample.model.fact(sample.hub, "field", "bays");
        sample.zh.supports("位于海边", bays);
        String html = write(sample.content(), "en");
        assertEquals(1, found(html, "(<dt>Field</dt>)").size());
        assertTrue(html.contains("fishing, freight <span class=\"badge quiet\">no own evidence</span>; bays <a"));
        Set<String> ids = Set.copyOf(found(html, " id=\"([^\"]*)\""));
        assertTrue(ids.containsAll(found(html, " href=\"#([^\"]*)\"")));
        assertTrue(html.contains("#o-" + Ids.ofKey("fishing")), "the passage leads to the line of its fact");
        assertTrue(html.contains("Harbour Science Park: Field: bays</a>"), "the register tells which of the facts");
    }

    @Test
    void whatAPassageIsUsedForIsSaidOnce() throws IOException {
        Fact bays = sample.model.fact(sample.hub, "field", "bays");
        bays.setId(Ids.ofKey("bays").toString());
        Fact docks = sample.model.fact(sample.hub, "field", "docks");
        sample.zh.role("位于海边", Ids.ofKey("bays"), "fact").supports("位于海边", docks)
                .mentions("位于海边", sample.hub);
        String html = write(sample.content(), "en");
        String uses = found(html, "<article id=\"r3\">.*?<ul class=\"uses\">(.*?)</ul>").getFirst();
        assertEquals(List.of("Harbour Science Park", "Harbour Science Park: Field: bays, docks"),
                found(uses, "<a [^>]*>(.*?)</a>"));
        assertFalse(uses.contains("mentions"));
        assertTrue(html.contains(">Field: bays, docks</a>"), "the note beside the text has just named the hub");
    }

    @Test
    void aNoteOnTheTextItselfTellsWhatThePassageIsInIt() throws IOException {
        sample.zh.role("位于海边", sample.zh.id(), "header");
        String html = write(sample.content(), "en");
        assertTrue(html.contains("the briefing “港城简报”</a><span class=\"muted\"> – </span>"
                + "<span class=\"muted\">page head</span>"), "in the register");
        assertTrue(html.contains("this briefing – page head"), "beside the text");
    }

    @Test
    void linesOfAQuoteThatAreParagraphsDoNotRunTogether() throws IOException {
        sample.zh.supports("收入按四六分成。\n园区现有企业300家", sample.pool);
        assertTrue(write(sample.content(), "en").contains(">收入按四六分成。 园区现有企业300家</blockquote>"));
    }

    @Test
    void aPartOfAnotherHubIsProvedByTheRelationThatSaysSo() throws IOException {
        Relation part = sample.model.relation(sample.bare, sample.model.type("part-of", "隶属于", "part of"), sample.hub);
        sample.zh.supports("位于海边", part);
        String html = write(sample.content(), "en");
        assertTrue(html.contains("<dt>Part of</dt><dd><a href=\"#o-" + sample.hub.getId()
                + "\">Harbour Science Park</a> <a class=\"cite supports\""));
    }

    @Test
    void figuresThatDoNotAgreeAreListedWithTheirPassages() throws IOException {
        sample.area.setMeasure("企业数量");
        sample.area.getQuantity().setUnit("家");
        sample.firms.setMeasure("企业数");
        String html = write(sample.content(), "en");
        String listed = found(html, "Figures that do not agree <small>2</small>(.*?)<h3").getFirst();
        assertEquals(List.of("1", "7"), found(listed, "class=\"cite supports\" href=\"#r(\\d+)\""));
    }

    @Test
    void aFigureOfAnotherHubStandsInThatHubsProfileOnly() throws IOException {
        sample.area.getHubs().add(sample.bare);
        String html = write(sample.content(), "en");
        assertEquals(1, found(html, "<th scope=\"row\">(Area )").size());
    }

    @Test
    void aReportOnOneHubKeepsTheNumbersAndLeavesTheRestOut() throws IOException {
        ProjectContent content = sample.content();
        ReportOptions options = new ReportOptions(Locale.ENGLISH, Set.of(UUID.fromString(sample.bare.getId())));
        String html = write(content, options);
        assertTrue(html.contains("空港"));
        assertFalse(html.contains("Patent pool"));
        assertFalse(html.contains(" id=\"r1\""));
        String other = write(content, new ReportOptions(Locale.ENGLISH, Set.of(UUID.fromString(sample.hub.getId()))));
        String all = write(content, "en");
        assertEquals(found(all, "id=\"r4\".{0,40}<a class=\"no\"[^>]*>4</a><div>(<blockquote.*?</blockquote>)"),
                found(other, "id=\"r4\".{0,40}<a class=\"no\"[^>]*>4</a><div>(<blockquote.*?</blockquote>)"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh", "en" })
    void anEmptyProjectIsAReportToo(String language) throws IOException {
        ProjectContent empty = TestContent.of(new ModelBuilder(null).project, List.of());
        String html = write(empty, language);
        assertEquals(10, found(html, "(<section )").size());
        assertTrue(found(html, "(class=\"empty\")").size() >= 8);
    }

    @Test
    void aCancelledReportLeavesTheOldFileAlone() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        ReportOptions options = new ReportOptions(Locale.ENGLISH, Set.of());
        assertThrows(OperationCanceledException.class,
                () -> writer().write(sample.content(), options, file, cancelled));
        assertEquals("old", Files.readString(file));
        assertEquals(1, files());
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorThatNamesTheFile() {
        Path file = folder.resolve("missing").resolve("report.html");
        ReportOptions options = new ReportOptions(Locale.ENGLISH, Set.of());
        IOException error = assertThrows(IOException.class,
                () -> writer().write(sample.content(), options, file, new NullProgressMonitor()));
        assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
    }

    @Test
    void aSecondReportTakesThePlaceOfTheFirstAndLeavesNothingElse() throws IOException {
        write(sample.content(), "zh");
        String english = write(sample.content(), "en");
        assertTrue(english.contains("<html lang=\"en\">"));
        assertFalse(english.contains("\r"));
        assertEquals(1, files());
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String item(String html, String id) {
        return found(html, "<(?:li|tr) id=\"o-" + id + "\"(.*?)</(?:li|tr)>").getFirst();
    }

    private static List<String> found(String html, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(html).results().map(m -> m.group(1)).toList();
    }

    private static HtmlReportWriter writer() {
        return new HtmlReportWriter(c -> LineReading.of(c.text()));
    }

    private String write(ProjectContent content, String language) throws IOException {
        return write(content, new ReportOptions(Locale.forLanguageTag(language), Set.of()));
    }

    private String write(ProjectContent content, ReportOptions options) throws IOException {
        Path file = folder.resolve("report.html");
        writer().write(content, options, file, new NullProgressMonitor());
        return Files.readString(file);
    }
}
