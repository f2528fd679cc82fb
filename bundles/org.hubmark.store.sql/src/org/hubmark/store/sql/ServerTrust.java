package org.hubmark.store.sql;

import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreLocation;

/**
 * That the servers of a location may be trusted, for as long as a store is open: looked at once before anything is said to
 * them, and from then on by every connection a driver makes.
 */
final class ServerTrust implements AutoCloseable {

    private final PinnedTrust trust;
    private final StoreLocation.Server location;

    private ServerTrust(PinnedTrust trust, StoreLocation.Server location) {
        this.trust = trust;
        this.location = location;
    }

    /**
     * Looks at all hosts of the location; those that do not answer are looked at when they do.
     *
     * @throws StoreException of kind REFUSED if one shows a wrong certificate or has no TLS, OFFLINE if none answers
     */
    static ServerTrust in(StoreLocation.Server location) throws StoreException {
        PinnedTrust trust = TeamTls.install();
        ServerProbe probe = new ServerProbe(location.address());
        StoreException silent = null;
        boolean reached = false;
        for (Endpoint endpoint : location.address().endpoints()) {
            try {
                if (location.fingerprint() == null) {
                    probe.requireTrusted(endpoint);
                } else {
                    probe.require(endpoint, location.fingerprint());
                }
                reached = true;
            } catch (StoreException e) {
                if (e.kind() != Kind.OFFLINE) {
                    throw e;
                }
                silent = e;
            }
        }
        if (!reached) {
            throw silent;
        }
        ServerTrust made = new ServerTrust(trust, location);
        made.pin();
        return made;
    }

    private void pin() {
        if (location.fingerprint() != null) {
            location.address().endpoints().forEach(endpoint -> trust.pin(endpoint, location.fingerprint()));
        }
    }

    @Override
    public void close() {
        if (location.fingerprint() != null) {
            location.address().endpoints().forEach(endpoint -> trust.unpin(endpoint, location.fingerprint()));
        }
    }
}
