package org.hubmark.ui.team;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.project.PasswordNeededException;

/** Opens projects on servers that were connected to before. Blocks; no display thread. */
public record ServerOpener(StoreService stores, ServerMemory memory, Passwords passwords) {

    private static final int ALL = 100;
    private static final int LOGIN = 40;

    /** @throws PasswordNeededException if the password is not known */
    public Session open(ServerProject place, ModelExecutor executor, IProgressMonitor monitor)
            throws StoreException, PasswordNeededException {
        SubMonitor progress = SubMonitor.convert(monitor, ALL);
        AnnotationStore store = connect(place, progress.split(LOGIN));
        try {
            return Session.open(store, place.project(), place.outbox(), executor, progress.split(ALL - LOGIN));
        } catch (StoreException | RuntimeException e) {
            close(store, e);
            throw e;
        }
    }

    /** Where the database of a project is, with the password of the account. */
    private StoreLocation location(ServerProject place) throws PasswordNeededException {
        char[] password = passwords.find(place.address(), place.account()).orElseThrow(
                () -> new PasswordNeededException(Messages.of(ServerOpener.class).get("password.needed",
                        place.account(), place.address())));
        return new StoreLocation.Server(place.address(), trust(place).fingerprint(), place.account(), password);
    }

    private Trust trust(ServerProject place) {
        return memory.recent().trust(place.address()).orElse(Trust.AUTHORITIES);
    }

    /** The database of a project. */
    AnnotationStore connect(ServerProject place, IProgressMonitor monitor)
            throws StoreException, PasswordNeededException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        try {
            return stores.open(location(place), progress.split(1));
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
