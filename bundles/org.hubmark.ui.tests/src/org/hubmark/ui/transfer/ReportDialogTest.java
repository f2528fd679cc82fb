package org.hubmark.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.report.HtmlReportWriter;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.TeamFixture;
import org.hubmark.ui.WindowDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The way from the dialog to the file, with the real window. */
@ExtendWith(NoErrorsLogged.class)
class ReportDialogTest {

    private final Display display = Display.getDefault();
    private final WindowDriver driver = new WindowDriver();
    private final Messages messages = Messages.of(ReportDialog.class);
    private final FakeStore store = new FakeStore();
    @TempDir
    private Path folder;
    private TeamFixture team;
    private Session session;
    private Shell own;
    private Shell parent;

    @BeforeEach
    void twoRevisions() throws Exception {
        assumeTrue(WindowDriver.isPossible(), "xdotool is not installed: the window is not driven");
        team = new TeamFixture(store::connect, folder);
        Session ada = team.open("ada");
        ObjectState late = team.sample.hub("丁");
        ada.execute("更名", List.of(TeamFixture.rename(ada, team.hub, "丙"), new Change.Create(late)));
        TeamFixture.sync(ada);
        session = Session.open(store.connect("ben"), team.sample.project, folder.resolve("b"), display::asyncExec,
                new NullProgressMonitor());
        parent = Stream.of(display.getShells()).filter(Shell::isVisible).findFirst().orElseGet(this::open);
        parent.forceActive();
    }

    /** Where there is no workbench. */
    private Shell open() {
        own = new Shell(display);
        own.open();
        return own;
    }

    @AfterEach
    void close() throws Exception {
        if (session != null) {
            session.close();
            team.close();
        }
        if (own != null) {
            own.dispose();
        }
    }

    @Test
    void theRevisionThatIsChosenIsReportedOn() throws Exception {
        Path file = folder.resolve("report.html");
        inDialog(OptionalLong.empty(), shell -> {
            assertEquals(List.of("丙", "丁", "乙").stream().sorted().toList(), hubs(shell));
            Spinner number = WindowDriver.all(shell, Spinner.class).getFirst();
            assertEquals(2, number.getSelection(), "the newest");
            number.setSelection(1);
            awaitWords(shell, "Change 1");
            driver.shoot("report-as-of-revision");
            assertTrue(radio(shell, "report.then").getSelection() && !radio(shell, "report.now").getSelection());
            assertEquals(List.of("乙", "甲"), hubs(shell), "the hubs of then, by their names of then");
            WindowDriver.all(shell, Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow()
                    .setText(file.toString());
            shell.getDefaultButton().notifyListeners(SWT.Selection, null);
        });
        driver.inDialog(messages.get("report.title"), () -> driver.waitFor("the file", () -> Files.exists(file)),
                this::leave);
        String html = Files.readString(file);
        assertTrue(html.contains("甲") && !html.contains("丙"));
        assertTrue(html.contains("not the newest state") || html.contains("不是项目的最新状态"));
    }

    @Test
    void fromARevisionInTheLogThatRevisionIsOffered() {
        inDialog(OptionalLong.of(1), shell -> {
            awaitWords(shell, "ada");
            assertEquals(1, WindowDriver.all(shell, Spinner.class).getFirst().getSelection());
            assertTrue(radio(shell, "report.then").getSelection());
            radio(shell, "report.then").setSelection(false);
            radio(shell, "report.now").setSelection(true);
            radio(shell, "report.now").notifyListeners(SWT.Selection, null);
            assertEquals(3, hubs(shell).size());
            assertTrue(shell.getDefaultButton().isEnabled());
            leave(shell);
        });
    }

    @Test
    void aRevisionThatCannotBeLookedUpIsNotReportedOn() {
        FakeStore broken = (FakeStore) session.store();
        inDialog(OptionalLong.empty(), shell -> {
            broken.setOffline(true);
            WindowDriver.all(shell, Spinner.class).getFirst().setSelection(1);
            awaitWords(shell, messages.get("report.unreadable"));
            assertFalse(shell.getDefaultButton().isEnabled());
            broken.setOffline(false);
            leave(shell);
        });
    }

    private void leave(Shell shell) {
        driver.key("Escape");
        driver.waitFor("the end", shell::isDisposed);
    }

    private void inDialog(OptionalLong first, Consumer<Shell> steps) {
        WriteReport writing = new WriteReport(session, () -> List.of(new HtmlReportWriter()));
        driver.inDialog(messages.get("report.title"), () -> writing.ask(parent, first), steps);
    }

    private void awaitWords(Shell shell, String words) {
        driver.waitFor(words, () -> WindowDriver.all(shell, Label.class).stream().anyMatch(l -> l.getText().contains(words)));
    }

    private Button radio(Shell shell, String key) {
        return WindowDriver.all(shell, Button.class).stream().filter(b -> b.getText().equals(messages.get(key))).findFirst()
                .orElseThrow();
    }

    private static List<String> hubs(Shell shell) {
        return Stream.of(WindowDriver.all(shell, Table.class).getFirst().getItems()).map(TableItem::getText).sorted().toList();
    }
}
