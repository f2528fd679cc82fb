package org.hubmark.ui;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.CommentCommands;
import org.hubmark.core.command.PassageCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Presence.Place;
import org.hubmark.core.text.Anchor;
import org.hubmark.core.text.Segment;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.hubmark.testing.TeamFixture;
import org.hubmark.ui.activity.ActivityView;
import org.hubmark.ui.briefing.BriefingEditor;
import org.hubmark.ui.comment.CommentsView;
import org.hubmark.ui.conflict.ConflictsView;
import org.hubmark.ui.project.OpenedProject;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.reading.ReadingView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people in one project: what Berta does appears in Ada's window, and nothing that Ada looks at, has selected or is
 * scrolled to moves.
 */
@ExtendWith(NoErrorsLogged.class)
class TeamWindowTest {

    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String LINE = "第%d段。筑波科学城占地约二百八十三平方公里，研究机构在此共用大型设备，中试线对企业开放。\n\n";

    private final WindowDriver driver = new WindowDriver();
    private final Display display = Display.getCurrent();
    private final IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    private final ProjectService projects = PlatformUI.getWorkbench().getService(ProjectService.class);
    private final FakeStore store = new FakeStore();
    private final FakeStore adas = store.connect("ada");
    private final Locale before = Locale.getDefault();
    private final String text = IntStream.range(1, 60).mapToObj(LINE::formatted).collect(Collectors.joining());
    @TempDir
    private Path folder;
    private TeamFixture team;
    private Session ada;
    private Session berta;
    private Edition edition;
    private OpenedProject shown;

    @BeforeEach
    void bothAreAtWork() throws Exception {
        driver.waitFor("the first project to be open", () -> projects.session().isPresent());
        team = new TeamFixture(member -> store.connect(member), folder);
        importLongText();
        ada = Session.open(adas, team.sample.project, folder.resolve("a"), display::asyncExec, new NullProgressMonitor());
        berta = Session.open(store.connect("berta"), team.sample.project, folder.resolve("b"), ModelExecutor.direct(),
                new NullProgressMonitor());
        page.closeAllEditors(false);
        shown = new OpenedProject(projects, ada);
        for (String view : List.of(Parts.CONFLICTS, Parts.COMMENTS, Parts.ACTIVITY)) {
            page.showView(view);
        }
    }

    private void importLongText() throws Exception {
        EditionText source = Sample.text(text);
        Briefing briefing = team.sample.briefing("港湾城的共享中试线");
        edition = team.sample.edition(briefing, source);
        Session session = team.open("ada");
        session.store().keep(source, new NullProgressMonitor());
        session.execute("Import", List.of(new Change.Create(briefing.state()), new Change.Create(edition.state())));
        sync(session);
        session.close();
    }

    @AfterEach
    void theWindowShowsWhatItShowed() throws Exception {
        page.closeAllEditors(false);
        shown.close();
        Locale.setDefault(before);
        ada.close();
        berta.close();
        team.close();
    }

    @Test
    void whatAColleagueDoesAppearsAndNothingMoves() throws Exception {
        ReadingView view = open();
        ActivityView activity = (ActivityView) page.findView(Parts.ACTIVITY);
        driver.waitFor("the log", () -> !activity.shown().isEmpty());
        Tree log = log();
        log.select(log.getItem(log.getItemCount() - 1));
        view.reveal(text.indexOf("第30段"));
        view.select(List.of(segment("第30段")));
        List<Segment> selection = view.selection();
        int caret = view.caret();
        Rectangle place = driver.settled("the text", () -> view.bounds(text.indexOf("第30段")).orElseThrow());

        UUID passage = bertaMarks("第29段");
        bertaMarks("第2段");
        driver.waitFor("Berta's mark", () -> !view.marksAt(text.indexOf("第29段")).isEmpty());
        berta.team().moveTo(new Place(edition.id(), passage));
        driver.waitFor("Berta", () -> ada.team().present().stream()
                .anyMatch(p -> passage.equals(p.place().detail())));
        driver.waitFor("Berta's step in the log", () -> activity.shown().getFirst().author().equals("berta"));
        bertaComments(passage);
        CommentsView comments = (CommentsView) page.findView(Parts.COMMENTS);
        driver.waitFor("the comment", () -> comments.shown().size() == 1);
        driver.waitFor("the comment in the log", () -> activity.shown().getFirst().label().equals("Comment"));
        driver.shoot("team-1-marked");

        assertEquals(selection, view.selection());
        assertEquals(caret, view.caret());
        assertEquals(place, view.bounds(text.indexOf("第30段")).orElseThrow());
        assertTrue(log.getSelection()[0] == log.getItem(log.getItemCount() - 1), "the selected row is the same");
    }

    @Test
    void ownWorkThatRunsIntoAConflictIsToldOfWithoutADialog() throws Exception {
        open();
        conflict();
        ConflictsView conflicts = (ConflictsView) page.findView(Parts.CONFLICTS);
        driver.waitFor("the conflict", () -> !conflicts.shown().isEmpty());
        assertTrue(conflicts.getTitle().contains("1"), conflicts.getTitle());
        assertEquals(1, Stream.of(display.getShells()).filter(Shell::isVisible).count(), "no dialog");
        driver.waitFor("the notice", () -> WindowDriver.all(page.getWorkbenchWindow().getShell(), Link.class).stream()
                .anyMatch(l -> l.getText().contains("<a>Show</a>") || l.getText().contains("<a>查看</a>")));
        page.activate(conflicts);
        driver.shoot("team-2-conflict");
    }

    @Test
    void whatAColleagueChangedIsComparedAndRestored() throws Exception {
        berta.execute("Rename hub", List.of(TeamFixture.rename(berta, team.hub, "筑波"),
                TeamFixture.put(berta, team.hub.id(), "nameEn", Value.of("Tsukuba"))));
        sync(berta);
        ActivityView activity = (ActivityView) page.showView(Parts.ACTIVITY);
        activity.history(team.hub.id());
        driver.waitFor("the history", () -> activity.shown().size() == 2
                && activity.shown().getFirst().label().equals("Rename hub") && log().getItemCount() == 2);
        Tree log = log();
        log.getItem(0).setExpanded(true);
        select(log, 1);
        driver.shoot("team-3-history");
        command("org.hubmark.ui.activity.compare");
        Shell compared = driver.shell(Messages.of(ActivityView.class).get("compare.title", 1, 3));
        driver.shoot("team-4-compared");
        compared.close();
        page.activate(activity);
        command("org.hubmark.ui.activity.restore");
        driver.waitFor("the former name", () -> "甲".equals(ada.state(team.hub.id()).text("nameZh")));
        assertTrue(ada.canUndo());
    }

    private static void select(Tree log, int row) {
        log.setFocus();
        log.setSelection(log.getItem(row));
        Event event = new Event();
        event.item = log.getItem(row);
        log.notifyListeners(SWT.Selection, event);
    }

    private static void command(String id) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
    }

    /** In the theme that {@code -Dhubmark.theme=dark} asks for: GTK does not get back to light for good. */
    @Test
    void everythingIsThereInBothLanguages() throws Exception {
        UUID passage = bertaMarks("第2段");
        bertaComments(passage);
        conflict();
        berta.team().moveTo(new Place(edition.id(), passage));
        boolean dark = "dark".equals(System.getProperty("hubmark.theme"));
        if (dark) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(DARK, false);
        }
        for (String language : List.of("en", "zh")) {
            Locale.setDefault(Locale.of(language));
            page.closeAllEditors(false);
            shown.show(ada);
            shootAll(passage, language + (dark ? "-dark" : "-light"));
        }
    }

    private void shootAll(UUID passage, String name) throws Exception {
        Parts.openPassage(page, edition.id(), "", passage);
        ReadingView view = ((BriefingEditor) page.getActiveEditor()).view().orElseThrow();
        driver.waitFor("the passage", () -> view.focusedMark().isPresent());
        CommentsView comments = (CommentsView) page.showView(Parts.COMMENTS);
        driver.waitFor("the comments", () -> comments.shown().size() == 1);
        page.showView(Parts.ACTIVITY);
        driver.shoot("team-" + name + "-activity");
        ConflictsView conflicts = (ConflictsView) page.showView(Parts.CONFLICTS);
        driver.waitFor("the conflict", () -> !conflicts.shown().isEmpty());
        driver.shoot("team-" + name + "-conflicts");
        PlatformUI.getWorkbench().showPerspective("org.hubmark.app.review", page.getWorkbenchWindow());
        ada.execute("Comment", CommentCommands.add(ada, team.hub.id(), "@berta ?", List.of()));
        Parts.openElement(page, team.hub.id(), "");
        driver.shoot("team-" + name + "-review");
        ada.undo();
        page.closePerspective(page.getPerspective(), false, false);
    }

    @Test
    void colleaguesAreProposedForAMentionAlsoTheNewestOne() throws Exception {
        CommentsView comments = (CommentsView) page.showView(Parts.COMMENTS);
        page.activate(page.showView(Parts.ACTIVITY));
        store.connect("chen");
        comments.write(team.hub.id());
        page.activate(comments);
        driver.type("@");
        driver.waitFor("all colleagues, but not Ada", () -> proposals().equals(List.of("berta (berta)", "chen (chen)")));
    }

    private List<String> proposals() {
        return WindowDriver.all(page.getWorkbenchWindow().getShell(), org.eclipse.swt.widgets.List.class).stream()
                .filter(Control::isVisible).flatMap(list -> Stream.of(list.getItems())).toList();
    }

    private ReadingView open() {
        Parts.openBriefing(page, edition.id(), "港湾城的共享中试线");
        ReadingView view = ((BriefingEditor) page.getActiveEditor()).view().orElseThrow();
        driver.waitFor("the text", () -> view.bounds(0).isPresent());
        return view;
    }

    /** The only tree that has columns. */
    private Tree log() {
        return WindowDriver.all(page.getWorkbenchWindow().getShell(), Tree.class).stream()
                .filter(t -> t.getColumnCount() > 0).findFirst().orElseThrow();
    }

    private Segment segment(String words) {
        return new Segment(text.indexOf(words), text.indexOf(words) + 20);
    }

    private UUID bertaMarks(String words) throws Exception {
        try (BriefingDocument document = get(berta.openBriefing(edition.id()))) {
            List<Change> changes = PassageCommands.mark(document, Anchor.of(document.text(), List.of(segment(words))),
                    Set.of(team.a.id()), null);
            berta.execute("Mark passage", changes);
            sync(berta);
            return changes.getFirst().object();
        }
    }

    private void bertaComments(UUID passage) throws Exception {
        List<Change> changes = new ArrayList<>(CommentCommands.add(berta, passage,
                "@ada 这里的数字是哪一年的？ Which year is this number of?", get(berta.team().members())));
        berta.execute("Comment", changes);
        sync(berta);
    }

    /** Both give the same hub another name; Berta is first. */
    private void conflict() throws Exception {
        adas.hold();
        ada.execute("Rename hub", List.of(TeamFixture.rename(ada, team.hub, "筑波科学城")));
        berta.execute("Rename hub", List.of(TeamFixture.rename(berta, team.hub, "筑波"),
                TeamFixture.put(berta, team.hub.id(), "nameEn", Value.of("Tsukuba"))));
        sync(berta);
        adas.release();
        driver.waitFor("the conflict", () -> !ada.team().conflicts().isEmpty());
    }
}
