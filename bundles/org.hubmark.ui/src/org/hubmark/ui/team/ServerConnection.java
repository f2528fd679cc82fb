package org.hubmark.ui.team;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.project.NewProject;

/**
 * The steps to a project on a server, one after the other: see who answers, trust it, log in, choose. What takes a
 * monitor blocks on the network; no display thread, and one at a time.
 */
final class ServerConnection implements AutoCloseable {

    private final StoreService stores;
    private final RecentServers known;
    private volatile ServerAddress address;
    private volatile String shown;
    private volatile Trust trust;
    private volatile AnnotationStore store;
    private volatile Member member;
    private volatile List<ProjectInfo> projects = List.of();

    ServerConnection(StoreService stores, RecentServers known) {
        this.stores = stores;
        this.known = known;
    }

    ServerAddress address() {
        return address;
    }

    /** The certificate that the server shows. */
    Fingerprint fingerprint() {
        return new Fingerprint(shown);
    }

    /** Who logged in. */
    Member member() {
        return member;
    }

    /** The projects of the database, by name. */
    List<ProjectInfo> projects() {
        return projects;
    }

    /** Why the server is trusted; null as long as it is not. */
    Trust trust() {
        return trust;
    }

    void trust(Trust why) {
        trust = why;
    }

    /** Whether it is the very certificate that it was last time. */
    boolean isKnown() {
        return known.trust(address).filter(t -> t.isOf(shown)).isPresent();
    }

    /** Whether it is another certificate than last time: a new one, or another server that pretends to be this one. */
    boolean isChanged() {
        return known.trust(address).filter(t -> t.fingerprint() != null && !t.isOf(shown)).isPresent();
    }

    /** Asks a server for its certificate; whoever was logged in no longer is. */
    void look(ServerAddress to, IProgressMonitor monitor) throws StoreException {
        close();
        shown = stores.fingerprint(to, monitor);
        address = to;
        trust = isKnown() ? new Trust(shown) : null;
    }

    /** Logs in and reads which projects there are. */
    void logIn(String account, char[] password, IProgressMonitor monitor) throws StoreException {
        close();
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        AnnotationStore opened = stores.open(
                new StoreLocation.Server(address, trust.fingerprint(), account, password), progress.split(1));
        try {
            member = opened.members().own(progress.split(1));
            projects = opened.projects(progress.split(1));
            store = opened;
        } finally {
            if (store == null) {
                opened.close();
            }
        }
    }

    /** Makes a project that is empty. */
    ProjectInfo create(String name, IProgressMonitor monitor) throws StoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        NewProject made = new NewProject(store);
        var id = made.create(name, progress.split(1));
        projects = store.projects(progress.split(1));
        return projects.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /** Logs out. Blocks on the network. */
    @Override
    public void close() throws StoreException {
        AnnotationStore open = store;
        store = null;
        member = null;
        projects = List.of();
        if (open != null) {
            open.close();
        }
    }
}
