package org.hubmark.ui.team;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads to a project on a team server: the address, the certificate, the login, the project. Afterwards the server is
 * trusted and its password known; the project is not open yet. Display thread.
 */
public final class ConnectWizard extends Wizard {

    static final int WIDTH_IN_CHARS = 70;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectWizard.class);

    private final ServerMemory memory;
    private final Passwords passwords;
    private final ServerConnection connection;
    private final FingerprintPage fingerprint = new FingerprintPage();
    private final LoginPage login = new LoginPage();
    private final GoalPage goal;
    private ServerAddress proposed;
    private RecentServers.Login recent;
    private ServerProject result;

    /** To open a project there, which may be made on the way. */
    public ConnectWizard(StoreService stores, ServerMemory memory, Passwords passwords) {
        this(stores, memory, passwords, new ProjectsPage(), "connect.title");
    }

    /** To publish a project there. */
    public ConnectWizard(StoreService stores, ServerMemory memory, Passwords passwords, ProjectInfo project) {
        this(stores, memory, passwords, new PublishPage(project), "publish.window");
    }

    private ConnectWizard(StoreService stores, ServerMemory memory, Passwords passwords, GoalPage goal,
            String title) {
        this.goal = goal;
        this.memory = memory;
        this.passwords = passwords;
        this.connection = new ServerConnection(stores, memory.recent());
        setWindowTitle(Messages.of(ConnectWizard.class).get(title));
        setNeedsProgressMonitor(true);
    }

    /** The wizard begins with the server and account of a project. */
    public ConnectWizard propose(ServerProject place) {
        proposed = place.address();
        recent = new RecentServers.Login(place.address(), place.account());
        return this;
    }

    /** The project that was chosen; empty if the wizard was cancelled. */
    public Optional<ServerProject> result() {
        return Optional.ofNullable(result);
    }

    ServerConnection connection() {
        return connection;
    }

    ServerMemory memory() {
        return memory;
    }

    Passwords passwords() {
        return passwords;
    }

    /** The address to begin with, or null. */
    ServerAddress proposed() {
        return proposed;
    }

    /** The account that a server was used with last. */
    Optional<String> account(ServerAddress address) {
        if (recent != null && recent.address().equals(address)) {
            return Optional.of(recent.account());
        }
        return memory.recent().logins().stream().filter(l -> l.address().equals(address)).findFirst()
                .map(RecentServers.Login::account);
    }

    /** One of the recent servers was chosen. */
    void choose(RecentServers.Login chosen) {
        recent = chosen;
    }

    @Override
    public void addPages() {
        addPage(new AddressPage());
        addPage(fingerprint);
        addPage(login);
        addPage(goal);
    }

    /** Who is known already need not be compared again. */
    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        return page instanceof AddressPage && connection.address() != null && connection.isKnown() ? login
                : super.getNextPage(page);
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == goal && goal.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        ProjectInfo project = goal.project();
        ServerAddress address = connection.address();
        String account = login.account();
        memory.trust(address, connection.trust());
        result = memory.place(address, account, project);
        if (goal.isThere()) {
            memory.visited(result, project.name());
        }
        char[] password = login.password();
        passwords.say(address, account, password);
        keep(address, account, password, login.remember());
        return true;
    }

    private void keep(ServerAddress address, String account, char[] password, boolean remember) {
        CompletableFuture.runAsync(() -> {
            try {
                if (remember) {
                    passwords.keep(address, account, password);
                } else {
                    passwords.forgetKept(address, account);
                }
            } catch (IOException e) {
                LOG.warn("the password can't be kept; the next start asks for it", e);
            } finally {
                Arrays.fill(password, '\0');
            }
        });
    }

    /** Logs out; the project is opened anew, with an outbox. */
    @Override
    public void dispose() {
        super.dispose();
        CompletableFuture.runAsync(() -> {
            try {
                connection.close();
            } catch (StoreException e) {
                LOG.warn("the wizard could not log out in order", e);
            }
        });
    }
}
