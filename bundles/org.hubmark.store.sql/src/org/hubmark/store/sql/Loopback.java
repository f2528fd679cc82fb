package org.hubmark.store.sql;

import java.io.IOException;
import java.net.ServerSocket;

import org.h2.util.NetUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server of AUTO_SERVER off the network. H2 lets it listen on every address of the machine unless the property
 * h2.bindAddress is there when H2 loads its class of properties, which nearly any use of H2 does: so this comes first.
 */
final class Loopback {

    private static final Logger LOG = LoggerFactory.getLogger(Loopback.class);
    private static final String PROPERTY = "h2.bindAddress";

    private Loopback() {
    }

    /** To be called before any class of H2 is touched. */
    static void require() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "127.0.0.1");
        }
    }

    /**
     * Whether H2 took notice; tried with a socket of its own. If somebody made it load its properties before us, nobody
     * may join an open database: better than a door to the street.
     */
    static boolean isKept() {
        try (ServerSocket socket = NetUtils.createServerSocket(0, false)) {
            if (socket.getInetAddress().isLoopbackAddress()) {
                return true;
            }
        } catch (IOException e) {
            LOG.debug("the socket was only a trial", e);
        }
        LOG.warn("{} came too late: other processes cannot join a database while it is open here", PROPERTY);
        return false;
    }
}
