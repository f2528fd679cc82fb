package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.WindowDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The way to a project on a team server, with real keys and a server in memory. */
@ExtendWith(NoErrorsLogged.class)
class ConnectWizardTest {

    private static final int TICK_MS = 30;

    private final Messages messages = Messages.of(ConnectWizard.class);
    private final Display display = Display.getDefault();
    private final WindowDriver driver = new WindowDriver();
    private final FakePasswordStore keyring = new FakePasswordStore(true);
    private final Passwords passwords = new Passwords(keyring, new FakePasswordStore(false), name -> null);
    private FakeServer server;
    private ServerMemory memory;
    private Shell parent;
    private Shell own;
    private ConnectWizard wizard;
    private ConnectDialog dialog;
    private int cancels;

    @TempDir
    private Path data;

    @BeforeEach
    void aServerIsThere() throws Exception {
        assumeTrue(WindowDriver.isPossible(), "xdotool is not installed: the window is not driven");
        server = new FakeServer("Innovation hubs", "Policy");
        memory = new ServerMemory(data, MemorySettings.make());
        parent = Stream.of(display.getShells()).filter(Shell::isVisible).findFirst().orElseGet(this::open);
        driver.bringToFront(parent);
    }

    /** Where there is no workbench. A window beside that of the workbench could be covered by it. */
    private Shell open() {
        own = new Shell(display);
        own.setText("Beside the wizard");
        own.open();
        return own;
    }

    @AfterEach
    void close() {
        if (own != null) {
            own.dispose();
        }
    }

    @Test
    void keysLeadToAProjectOnANewServer() {
        run(shell -> {
            enter("team.example/hubs");
            driver.waitFor("the fingerprint", () -> page().equals("fingerprint"));
            enter("SHA-256 " + FakeServer.FINGERPRINT);
            driver.waitFor("the login", () -> page().equals("login"));
            enter("ada\twrong");
            driver.waitFor("the refusal", () -> dialog.getCurrentPage().getErrorMessage() != null);
            assertEquals("login", page());
            driver.type("secret");
            driver.key("alt+r");
            driver.waitFor("the password is to be remembered",
                    () -> WindowDriver.all(shell, Button.class).stream().anyMatch(b -> b.getSelection()));
            driver.key("alt+n");
            driver.waitFor("the projects", () -> page().equals("projects"));
            await(Table.class);
            driver.key("Down");
            driver.key("Return");
            driver.waitFor("the end", shell::isDisposed);
        });
        ServerProject place = wizard.result().orElseThrow();
        assertEquals("Policy", place.name());
        assertEquals(FakeServer.ADDRESS, place.address());
        assertTrue(place.folder().startsWith(data));
        assertEquals(place, memory.projects().getFirst());
        assertEquals(Optional.of(new Trust(FakeServer.FINGERPRINT)), memory.recent().trust(FakeServer.ADDRESS));
        assertArrayEquals("secret".toCharArray(), passwords.find(FakeServer.ADDRESS, "ada").orElseThrow());
        driver.waitFor("the password in the keyring", () -> keyring.size() == 1);
    }

    @Test
    void aServerThatIsKnownNeedsNoComparison() {
        know(FakeServer.FINGERPRINT);
        run(shell -> {
            goOn();
            driver.waitFor("the login", () -> page().equals("login"));
            enter("secret");
            driver.waitFor("the projects", () -> page().equals("projects"));
            driver.key("Escape");
            driver.waitFor("the end", shell::isDisposed);
        });
        assertTrue(wizard.result().isEmpty());
    }

    @Test
    void whoOnlyPressesReturnDoesNotTrustAnotherCertificate() {
        know(FakeServer.FINGERPRINT);
        server.renewCertificate();
        run(shell -> {
            goOn();
            driver.waitFor("the fingerprint", () -> page().equals("fingerprint"));
            await(Text.class);
            driver.key("alt+c");
            driver.waitFor("the word that both are the same", () -> dialog.getCurrentPage().isPageComplete());
            driver.inDialog(messages.get("title.fingerprint"), () -> driver.key("alt+n"), question -> {
                driver.key("Return");
                driver.waitFor("the answer", question::isDisposed);
            });
            assertEquals("fingerprint", page());
            driver.key("Escape");
            driver.waitFor("the end", shell::isDisposed);
        });
        assertTrue(wizard.result().isEmpty());
        assertEquals(Optional.of(new Trust(FakeServer.FINGERPRINT)), memory.recent().trust(FakeServer.ADDRESS));
    }

    @Test
    void waitingForAServerCanBeCancelled() {
        server.fallSilent();
        run(shell -> {
            onceItWaits(shell, () -> driver.click(cancel(shell)));
            enter("team.example/hubs");
            driver.waitFor("the word that it was cancelled", () -> cancels == 1 && isCancelled());
            onceItWaits(shell, () -> driver.key("Escape"));
            driver.key("alt+t");
            driver.waitFor("the word that it was cancelled again", () -> cancels == 2 && isCancelled());
            assertEquals("address", page());
            driver.waitFor("the focus where it was", () -> display.getFocusControl() != null);
            driver.key("Escape");
            driver.waitFor("the end", shell::isDisposed);
        });
    }

    /** While it waits, the wizard serves the events itself, so it is cancelled inside of it. */
    private void onceItWaits(Shell shell, Runnable cancel) {
        display.timerExec(TICK_MS, () -> {
            if (WindowDriver.all(shell, Text.class).getFirst().isEnabled()) {
                onceItWaits(shell, cancel);
            } else {
                cancel.run();
                cancels++;
            }
        });
    }

    private static Button cancel(Shell shell) {
        return WindowDriver.all(shell, Button.class).stream()
                .filter(b -> b.getText().equals(DialogLabels.of(IDialogConstants.CANCEL_ID, ""))).findFirst()
                .orElseThrow();
    }

    private boolean isCancelled() {
        return messages.get("connect.cancelled").equals(dialog.getCurrentPage().getMessage());
    }

    private void know(String fingerprint) {
        memory.trust(FakeServer.ADDRESS, new Trust(fingerprint));
        ServerProject place = memory.place(FakeServer.ADDRESS, "ada", new ProjectInfo(UUID.randomUUID(), "Hubs", 1));
        memory.visited(place, place.name());
    }

    private void run(Consumer<Shell> steps) {
        wizard = new ConnectWizard(server, memory, passwords);
        dialog = new ConnectDialog(parent, wizard);
        driver.inDialog(messages.get("connect.title"), dialog::open, steps);
    }

    /** Types something, and goes on; not by Return, which a wizard ignores for half a second after it has waited. */
    private void enter(String text) {
        await(Text.class);
        driver.type(text);
        driver.key("alt+n");
    }

    private void goOn() {
        await(Text.class);
        driver.key("alt+n");
    }

    /** A page gets the focus a moment after it is the current one. */
    private void await(Class<? extends Control> type) {
        driver.waitFor("the focus in a " + type.getSimpleName(), () -> type.isInstance(display.getFocusControl()));
    }

    private String page() {
        return dialog.getCurrentPage() == null ? "" : dialog.getCurrentPage().getName();
    }
}
