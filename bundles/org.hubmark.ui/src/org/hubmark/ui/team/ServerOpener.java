package org.hubmark.ui.team;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.replica.ReplicaSettings;
import org.hubmark.core.replica.ReplicaState;
import org.hubmark.core.replica.ReplicatedStore;
import org.hubmark.core.replica.ServerLogin;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.project.PasswordNeededException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens projects on servers that were connected to before, or, while a server is away, the replica of such a project.
 * Blocks; no display thread.
 */
public record ServerOpener(StoreService stores, ServerMemory memory, Passwords passwords) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerOpener.class);
    private static final int ALL = 100;
    private static final int LOGIN = 40;

    /**
     * Opens a project. If it has no replica yet, one is begun in the background.
     *
     * @throws PasswordNeededException if the password is not known, and the server is there to ask for it
     */
    public Session open(ServerProject place, ModelExecutor executor, IProgressMonitor monitor) throws StoreException {
        SubMonitor progress = SubMonitor.convert(monitor, ALL);
        ReplicatedStore store = ReplicatedStore.open(login(place), stores, place.replica(), place.project(),
                ReplicaSettings.USUAL, progress.split(LOGIN));
        try {
            Session session = Session.open(store, place.project(), place.outbox(), executor,
                    progress.split(ALL - LOGIN));
            if (store.replica().kind() == ReplicaState.Kind.NONE) {
                new ReplicaJob(store, place.name()).schedule();
            }
            return session;
        } catch (StoreException | RuntimeException e) {
            close(store, e);
            throw e;
        }
    }

    /**
     * After the first time it is tried again and again in the background: then a password that is wrong is tried only
     * once, because a server answers all logins more slowly after a wrong one.
     */
    private ServerLogin login(ServerProject place) {
        AtomicBoolean again = new AtomicBoolean();
        return monitor -> {
            boolean first = !again.getAndSet(true);
            char[] tried = passwords.find(place.address(), place.account()).orElse(null);
            try {
                return connect(place, monitor);
            } catch (StoreException e) {
                if (!first && tried != null && e.kind() == StoreException.Kind.REFUSED) {
                    passwords.refused(place.address(), place.account(), tried);
                }
                throw e;
            }
        };
    }

    /** Where the database of a project is, with the password of the account. */
    private StoreLocation location(ServerProject place, IProgressMonitor monitor) throws StoreException {
        char[] password = passwords.find(place.address(), place.account()).orElse(null);
        if (password == null) {
            checkThere(place, monitor);
            throw new PasswordNeededException(Messages.of(ServerOpener.class).get("password.needed", place.account(),
                    place.address()));
        }
        return new StoreLocation.Server(place.address(), trust(place).fingerprint(), place.account(), password);
    }

    /** Nobody is asked for a password of a server that is away. */
    private void checkThere(ServerProject place, IProgressMonitor monitor) throws StoreException {
        try {
            stores.fingerprint(place.address(), monitor);
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.OFFLINE) {
                throw e;
            }
            LOG.debug("there is somebody, who says: {}", e.getMessage());
        }
    }

    private Trust trust(ServerProject place) {
        return memory.recent().trust(place.address()).orElse(Trust.AUTHORITIES);
    }

    /** The database of a project. */
    AnnotationStore connect(ServerProject place, IProgressMonitor monitor) throws StoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        StoreLocation location = location(place, progress.split(1));
        try {
            return stores.open(location, progress.split(1));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.OFFLINE) {
                checkCertificate(place, progress.split(1));
            }
            throw e;
        }
    }

    /** Another password is no help against another certificate, so that is told apart. */
    private void checkCertificate(ServerProject place, IProgressMonitor monitor) throws StoreException {
        Trust trust = trust(place);
        if (trust.fingerprint() != null && !trust.isOf(stores.fingerprint(place.address(), monitor))) {
            throw new StoreException(StoreException.Kind.OTHER,
                    Messages.of(ServerOpener.class).get("fingerprint.changed.open", place.address()));
        }
    }

    private static void close(AnnotationStore store, Exception because) {
        try {
            store.close();
        } catch (StoreException e) {
            because.addSuppressed(e);
        }
    }
}
