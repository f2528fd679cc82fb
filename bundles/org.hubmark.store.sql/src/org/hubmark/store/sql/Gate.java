package org.hubmark.store.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import org.h2.api.ErrorCode;
import org.hubmark.store.sql.LoginRules.NotAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where clients of a team server come in: with TLS, not too many at once, and past {@link LoginRules}. H2's server takes
 * its server socket from here. Safe for use by several threads.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    /** So many more than allowed are told why they are sent away; the others are just cut off. */
    private static final int TOLD = 20;
    private static final int BACKLOG = 200;
    private static final long PAUSE_MS = 200;

    private final SSLContext context;
    private final InetAddress address;
    private final int most;
    private final LoginRules rules;
    private final AtomicInteger open = new AtomicInteger();
    private volatile Listening listening;

    /** @param address to listen at; null for every address of the machine */
    Gate(SSLContext context, InetAddress address, int most, LoginRules rules) {
        this.context = context;
        this.address = address;
        this.most = most;
        this.rules = rules;
    }

    ServerSocket open(int port) throws IOException {
        listening = new Listening(port);
        return listening;
    }

    /** Lets nobody in any more; who is in stays in. */
    void close() {
        Listening socket = listening;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.warn("the server socket did not close", e);
            }
        }
    }

    /** How many connections there are now. */
    int connections() {
        return open.get();
    }

    private Socket letIn(Socket plain) throws IOException {
        SocketSettings.apply(plain);
        SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        client.setUseClientMode(false);
        client.setEnabledProtocols(PROTOCOLS);
        NotAllowed refused = open.incrementAndGet() <= most ? null
                : new NotAllowed(ErrorCode.CONNECTION_BROKEN_1, "There are " + most + " connections already, and no more"
                        + " are allowed");
        return new GatedSocket(client, rules, refused, open::decrementAndGet);
    }

    /**
     * The server socket that H2 gets. It has to be one of TLS, although it is the sockets it hands out that are; whatever it
     * is told about protocols and suites is without effect.
     */
    private final class Listening extends SSLServerSocket {

        private Listening(int port) throws IOException {
            super(port, BACKLOG, address);
        }

        /** H2 ends its server for good when this fails, so it must not while the socket is open. */
        @Override
        public Socket accept() throws IOException {
            while (true) {
                Socket plain = new Socket();
                try {
                    implAccept(plain);
                    if (open.get() < most + TOLD) {
                        return letIn(plain);
                    }
                    plain.close();
                } catch (IOException e) {
                    if (isClosed()) {
                        throw e;
                    }
                    LOG.warn("a client could not be let in", e);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
                }
            }
        }

        @Override
        public String[] getEnabledCipherSuites() {
            return context.getDefaultSSLParameters().getCipherSuites();
        }

        @Override
        public void setEnabledCipherSuites(String[] suites) {
            // those of the platform, without the anonymous ones
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return getEnabledCipherSuites();
        }

        @Override
        public String[] getSupportedProtocols() {
            return PROTOCOLS.clone();
        }

        @Override
        public String[] getEnabledProtocols() {
            return PROTOCOLS.clone();
        }

        @Override
        public void setEnabledProtocols(String[] protocols) {
            // always ours
        }

        @Override
        public void setNeedClientAuth(boolean need) {
            // clients have passwords
        }

        @Override
        public boolean getNeedClientAuth() {
            return false;
        }

        @Override
        public void setWantClientAuth(boolean want) {
            // clients have passwords
        }

        @Override
        public boolean getWantClientAuth() {
            return false;
        }

        @Override
        public void setUseClientMode(boolean mode) {
            // a server is none
        }

        @Override
        public boolean getUseClientMode() {
            return false;
        }

        @Override
        public void setEnableSessionCreation(boolean flag) {
            // always
        }

        @Override
        public boolean getEnableSessionCreation() {
            return true;
        }
    }
}
