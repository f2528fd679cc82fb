package org.hubmark.store.sql;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;

/**
 * What certificate the hosts of a server must show, for as long as a store on it is open. All hosts of one address must show
 * the same one; without a fingerprint, each one that this machine trusts for its name.
 */
final class Pins implements AutoCloseable {

    private final PinnedTrust trust = TeamTls.install();
    private final ServerAddress address;
    private final String fingerprint;

    private Pins(ServerAddress address, String fingerprint) {
        this.address = address;
        this.fingerprint = fingerprint;
    }

    static Pins of(StoreLocation.Server location) {
        Pins pins = new Pins(location.address(), location.fingerprint());
        if (pins.fingerprint != null) {
            pins.address.endpoints().forEach(endpoint -> pins.trust.pin(endpoint, pins.fingerprint));
        }
        return pins;
    }

    /**
     * Looks once more at a server that could not be trusted, to say in what way.
     *
     * @throws StoreException what is wrong with its certificate; nothing if it is in order now
     */
    void explain() throws StoreException {
        ServerProbe probe = new ServerProbe(address);
        for (Endpoint endpoint : address.endpoints()) {
            if (fingerprint == null) {
                probe.requireTrusted(endpoint);
            } else {
                probe.require(endpoint, fingerprint);
            }
        }
    }

    @Override
    public void close() {
        if (fingerprint != null) {
            address.endpoints().forEach(endpoint -> trust.unpin(endpoint, fingerprint));
        }
    }
}
