package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.replica.ReplicaState;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SyncState;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.WindowDriver;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a click on the state of synchronisation leads to, for a project of a server that is not always there. */
@ExtendWith(NoErrorsLogged.class)
class SyncWindowTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final Display display = Display.getDefault();
    private final WindowDriver driver = new WindowDriver();
    private final Locale before = Locale.getDefault();
    private FakeServer server;
    private ServerMemory memory;
    private ServerProject place;
    private ProjectService projects;
    private Shell parent;
    private Shell own;

    @TempDir
    private Path data;

    @BeforeEach
    void aServerIsKnown() throws Exception {
        assumeTrue(WindowDriver.isPossible(), "xdotool is not installed: the window is not driven");
        server = new FakeServer("Policy");
        memory = new ServerMemory(data, MemorySettings.make());
        memory.trust(FakeServer.ADDRESS, new Trust(FakeServer.FINGERPRINT));
        place = memory.place(FakeServer.ADDRESS, "ada", server.database().projects(NONE).getFirst());
        parent = Stream.of(display.getShells()).filter(Shell::isVisible).findFirst().orElseGet(this::openShell);
        parent.forceActive();
    }

    /** Where there is no workbench. A window beside that of the workbench could be covered by it. */
    private Shell openShell() {
        own = new Shell(display);
        own.open();
        return own;
    }

    @AfterEach
    void close() {
        Locale.setDefault(before);
        if (projects != null) {
            leave();
        }
        if (own != null) {
            own.dispose();
        }
    }

    private static Passwords passwords() {
        return new Passwords(new FakePasswordStore(false), new FakePasswordStore(false), name -> null);
    }

    private Session open(Passwords passwords) {
        ServerOpener opener = new ServerOpener(server, memory, passwords);
        projects = new ProjectService(place, (where, executor, monitor) -> opener.open((ServerProject) where, executor,
                monitor), display::asyncExec);
        projects.open();
        driver.waitFor("the project", () -> projects.state() instanceof ProjectState.Open);
        return projects.session().orElseThrow();
    }

    private void leave() {
        projects.close();
        driver.waitFor("the end of the project", () -> Job.getJobManager().find(ProjectService.JOBS).length == 0);
        projects = null;
    }

    private Session openWithReplica() {
        Passwords passwords = passwords();
        passwords.say(FakeServer.ADDRESS, "ada", "secret".toCharArray());
        Session session = open(passwords);
        driver.waitFor("the replica", () -> session.syncState().replica().kind() == ReplicaState.Kind.READY);
        return session;
    }

    @Test
    void aPasswordThatIsMissingIsAskedForAndTheSessionGoesOn() {
        openWithReplica();
        leave();
        server.goAway();
        Passwords passwords = passwords();
        Session session = open(passwords);
        driver.waitFor("the word that the server is away", () -> session.syncState().kind() == SyncState.Kind.OFFLINE);
        server.comeBack();
        session.tryAgain();
        driver.waitFor("the wish to sign in", () -> session.syncState().remedy() == SyncState.Remedy.SIGN_IN);

        driver.inDialog(Messages.of(PasswordDialog.class).get("password.title"),
                () -> SyncHandler.show(parent, projects, session, passwords), shell -> {
                    driver.waitFor("the field", () -> display.getFocusControl() instanceof Text);
                    driver.type("secret");
                    driver.key("Return");
                    driver.waitFor("the end", shell::isDisposed);
                });
        driver.waitFor("the server", () -> session.syncState().kind() == SyncState.Kind.SYNCED);
        assertEquals(session, projects.session().orElseThrow(), "the session is the same");
    }

    @Test
    void theDialogSaysHowFarTheCopyIsInBothLanguages() {
        Session session = openWithReplica();
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Locale.setDefault(language);
            driver.inDialog(Messages.of(SyncDialog.class).get("sync.title"),
                    () -> SyncHandler.show(parent, projects, session, passwords()), shell -> {
                        String copy = ReplicaText.of(session.syncState().replica());
                        assertTrue(WindowDriver.all(shell, Label.class).stream().anyMatch(l -> l.getText().equals(copy)),
                                copy);
                        assertFalse(button(shell, "replica.make").isEnabled(), "there is a copy");
                        driver.shoot("sync-" + language.getLanguage());
                        shell.close();
                    });
        }
    }

    private static Button button(Shell shell, String key) {
        String text = Messages.of(SyncDialog.class).get(key);
        return WindowDriver.all(shell, Button.class).stream().filter(b -> b.getText().equals(text)).findFirst()
                .orElseThrow();
    }
}
