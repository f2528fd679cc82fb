package org.hubmark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.project.ProjectLoader;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreService;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.model.Mechanism;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.briefing.BriefingEditor;
import org.hubmark.ui.model.Names;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.reading.ReadingView;
import org.hubmark.ui.transfer.ImportBriefings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an analyst does all day, with real mouse and keys: mark a sentence that a hard wrap has cut, code it, link it
 * to a new mechanism of a new hub; then take everything back, do it again, and find it in the database.
 */
@ExtendWith(NoErrorsLogged.class)
class MainJobTest {

    /** Ours; each line ends in a hard wrap as in text that was squeezed out of a PDF. */
    private static final List<String> LINES = List.of(
            "港湾城的共享中试线",
            "",
            "港湾城在三年前把闲置的船厂改成了一条对所有企业开放的共",
            "享中试线。任何一支团队都可以按小时租用设备，由驻场工程师",
            "陪同完成第一批样品。据城市方面统计，头两年有四十七支团队",
            "在这里走完了从图纸到样品的路。",
            "",
            "运营方把每次试制的失败原因写成公开的短报告，后来者因此少",
            "走了许多弯路。这种做法也吸引了邻近城市的研究所。");
    private static final String SENTENCE =
            "任何一支团队都可以按小时租用设备，由驻场工程师\n陪同完成第一批样品。";

    private final WindowDriver driver = new WindowDriver();
    private final IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    private final ProjectService projects = PlatformUI.getWorkbench().getService(ProjectService.class);

    @TempDir
    private Path folder;

    @BeforeEach
    void theProjectIsOpen() {
        assumeTrue(WindowDriver.isPossible(), "xdotool is not installed: the window is not driven");
        driver.waitFor("the project to be open", () -> projects.session().isPresent());
        driver.bringToFront(page.getWorkbenchWindow().getShell());
    }

    @Test
    void aSentenceAcrossAHardWrapIsMarkedCodedLinkedUndoneRedoneAndKept() throws Exception {
        Session session = projects.session().orElseThrow();
        Briefing briefing = importOurText(session);
        ReadingView view = open(briefing);
        driver.shoot("1-opened");

        select(view);
        driver.type("rc");
        driver.key("Return");
        showsTheMark(view);
        driver.shoot("2-coded");

        link();
        driver.waitFor("the new mechanism", () -> mechanism(session).isPresent());
        driver.bringToFront(page.getWorkbenchWindow().getShell());
        driver.shoot("3-linked");

        int steps = undoEverything(session);
        assertTrue(session.briefings().stream().noneMatch(b -> b.id().equals(briefing.id())));
        assertTrue(mechanism(session).isEmpty());
        driver.waitFor("the editor to say that the text is gone", () -> view.bounds(start()).isEmpty());
        driver.shoot("4-undone");
        redo(session, steps);
        showsTheMark(view);
        driver.shoot("5-redone");
        assertTrue(mechanism(session).isPresent());
        assertEquals(briefing.title(), session.briefing(briefing.id()).title());

        driver.waitFor("everything to be in the store", () -> session.syncState().kind() == SyncState.Kind.SYNCED);
        driver.shoot("6-synced");
        assertKept(briefing.id());
    }

    private Briefing importOurText(Session session) throws Exception {
        Path file = Files.writeString(folder.resolve("harbour.txt"), String.join("\n", LINES) + "\n");
        int before = session.briefings().size();
        new ImportBriefings(session).start(List.of(file));
        driver.waitFor("the briefing", () -> session.briefings().size() > before);
        Shell report = driver.shell(Messages.of(ImportBriefings.class).get("import.title"));
        driver.key("Escape");
        driver.waitFor("the import report to close", report::isDisposed);
        return session.briefings().getLast();
    }

    private ReadingView open(Briefing briefing) {
        Table table = table(briefing);
        Rectangle bounds = row(table, briefing).getBounds();
        driver.doubleClick(table, new Point(bounds.x + 20, bounds.y + bounds.height / 2));
        driver.waitFor("the editor", () -> page.getActiveEditor() instanceof BriefingEditor editor
                && editor.getTitle().equals(briefing.title()) && editor.view().isPresent());
        ReadingView view = ((BriefingEditor) page.getActiveEditor()).view().orElseThrow();
        driver.waitFor("the text", () -> view.bounds(start()).isPresent());
        return view;
    }

    private Table table(Briefing briefing) {
        Shell window = page.getWorkbenchWindow().getShell();
        driver.waitFor("the row of the briefing", () -> WindowDriver.all(window, Table.class).stream()
                .anyMatch(t -> row(t, briefing) != null));
        return WindowDriver.all(window, Table.class).stream().filter(t -> row(t, briefing) != null).findFirst()
                .orElseThrow();
    }

    private static TableItem row(Table table, Briefing briefing) {
        return Stream.of(table.getItems())
                .filter(i -> i.getData() instanceof Briefing b && b.id().equals(briefing.id())).findFirst()
                        .orElse(null);
    }

    private void select(ReadingView view) {
        List<Rectangle> ends = driver.settled("the text", () -> List.of(view.bounds(start()).orElseThrow(),
                view.bounds(start() + SENTENCE.length()).orElseThrow()));
        Rectangle first = ends.getFirst();
        Rectangle last = ends.getLast();
        driver.drag(view.control(), new Point(first.x + 1, first.y + first.height / 2),
                new Point(last.x, last.y + last.height / 2));
        driver.waitFor("the selection", () -> !view.selection().isEmpty());
        assertEquals(start(), view.selection().getFirst().start());
        assertEquals(start() + SENTENCE.length(), view.selection().getLast().end());
    }

    private static int start() {
        return String.join("\n", LINES).indexOf(SENTENCE);
    }

    private void link() {
        driver.inDialog(Messages.of(BriefingEditor.class).get("link.title"), () -> driver.key("ctrl+l"),
                link -> driver.inDialog(Messages.of(Names.class).get("new.title"), () -> driver.key("alt+n"),
                        this::describe));
    }

    private void describe(Shell dialog) {
        List<Text> fields = WindowDriver.all(dialog, Text.class).stream().filter(Text::getEditable).toList();
        driver.click(fields.getLast());
        driver.type("Shared pilot line");
        Combo hub = WindowDriver.all(dialog, Combo.class).getLast();
        driver.click(hub, new Point(20, hub.getSize().y / 2));
        driver.type("Harbour City");
        driver.waitFor("the names", () -> fields.getLast().getText().equals("Shared pilot line")
                && hub.getText().equals("Harbour City"));
        driver.key("Return");
    }

    private static Optional<Mechanism> mechanism(Session session) {
        return session.project().getHubModel().getElements().stream()
                .filter(e -> e instanceof Mechanism && "Shared pilot line".equals(e.getNameEn()))
                        .map(Mechanism.class::cast)
                .findFirst();
    }

    /** The user sees the new mark at once: it has the attention, and no selection hides its colour. */
    private void showsTheMark(ReadingView view) {
        driver.waitFor("the mark to have the attention",
                () -> passage(view).isPresent() && view.focusedMark().equals(passage(view)));
        assertEquals(List.of(), view.selection());
        driver.painted(view.control());
    }

    private Optional<UUID> passage(ReadingView view) {
        return view.marksAt(start()).stream().findFirst();
    }

    private int undoEverything(Session session) {
        int steps = 0;
        while (session.canUndo()) {
            String label = session.undoLabel();
            driver.key("ctrl+z");
            int undone = steps;
            driver.waitFor("undo " + undone + ": " + label,
                    () -> !session.canUndo() || !session.undoLabel().equals(label));
            steps++;
        }
        return steps;
    }

    private void redo(Session session, int steps) {
        for (int i = 0; i < steps; i++) {
            assertTrue(session.canRedo());
            String label = session.redoLabel();
            driver.key("ctrl+shift+z");
            driver.waitFor("redo: " + label, () -> !session.canRedo() || !session.redoLabel().equals(label));
        }
        assertFalse(session.canRedo());
    }

    /** As after a kill: the session goes on, nothing was flushed or closed, and somebody else reads the files. */
    private void assertKept(UUID briefing) {
        CompletableFuture<ProjectContent> read = CompletableFuture.supplyAsync(this::readAgain);
        driver.waitFor("the second reader", read::isDone);
        ProjectContent content = read.join();
        BriefingContent kept =
                content.briefings().stream().filter(b -> b.briefing().id().equals(briefing)).findFirst().orElseThrow();
        assertEquals(String.join("\n", LINES) + "\n", kept.text());
        Passage passage = kept.passages().getFirst();
        assertEquals(SENTENCE, passage.anchor().quote());
        assertEquals(1, passage.codes().size());
        Code code = codes(content).filter(c -> Session.id(c).equals(passage.codes().iterator().next())).findFirst()
                .orElseThrow();
        assertEquals("人才", code.getNameZh());
        Evidence evidence = kept.evidence().getFirst();
        Element element = content.project().getHubModel().getElements().stream()
                .filter(e -> Session.id(e).equals(evidence.target())).findFirst().orElseThrow();
        assertEquals("Shared pilot line", element.getNameEn());
        assertEquals("Harbour City", ((Mechanism) element).getHubs().getFirst().getNameEn());
    }

    private static Stream<Code> codes(ProjectContent content) {
        return content.project().getCodebook().getCodes().stream().flatMap(MainJobTest::withSubcodes);
    }

    private static Stream<Code> withSubcodes(Code code) {
        return Stream.concat(Stream.of(code),
                code.getCodes().stream().flatMap(MainJobTest::withSubcodes));
    }

    private ProjectContent readAgain() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        try (AnnotationStore store =
                new Services().one(StoreService.class).open(((ProjectFolder) projects.place()).database(), monitor)) {
            UUID project = store.projects(monitor).getFirst().id();
            return ProjectLoader.load(store, project, OptionalLong.empty(), monitor);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
