package org.hubmark.store.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * TLS of this process. H2 takes its sockets, both for a client and for a server, from the default context of the Java
 * platform and cannot be told otherwise; so that context is ours: whom a client trusts is decided by {@link PinnedTrust},
 * and where a server listens by its {@link Gate}. All else goes on as without us. Safe for use by several threads.
 */
final class TeamTls {

    /** If it is not set, H2 writes a key that everybody knows into the home of the user, and would use it. */
    private static final String KEY_STORE = "javax.net.ssl.keyStore";
    /** The gate that opens the next server socket of this thread. */
    private static final ThreadLocal<Gate> GATE = new ThreadLocal<>();
    /** The default context of the platform is one for the process, and so is this. */
    private static PinnedTrust installed;

    private TeamTls() {
    }

    /** Makes our context the default one, once. To be called before the first connection of a driver. */
    static synchronized PinnedTrust install() {
        if (installed == null) {
            if (System.getProperty(KEY_STORE) == null) {
                System.setProperty(KEY_STORE, "NONE");
                System.setProperty(KEY_STORE + "Password", "");
            }
            PinnedTrust trust = new PinnedTrust();
            SSLContext plain = context(null, trust);
            SSLContext.setDefault(new SSLContext(new Ours(plain), plain.getProvider(), plain.getProtocol()) { });
            installed = trust;
        }
        return installed;
    }

    /** A context of its own, which is not that of the process. */
    static SSLContext context(KeyManager[] keys, TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** Something that opens a server socket. */
    interface Opening {
        void run() throws Exception;
    }

    /** Lets a server open its socket through a gate. */
    static void through(Gate gate, Opening opening) throws Exception {
        install();
        GATE.set(gate);
        try {
            opening.run();
        } finally {
            GATE.remove();
        }
    }

    private static final class Ours extends SSLContextSpi {
        private final SSLContext plain;

        private Ours(SSLContext plain) {
            this.plain = plain;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
            throw new IllegalStateException("the default context is there already");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new ClientSockets(plain.getSocketFactory());
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return new ServerSockets(plain.getServerSocketFactory());
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return plain.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return plain.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return plain.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return plain.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return plain.getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return plain.getSupportedSSLParameters();
        }
    }

    private static final class ServerSockets extends SSLServerSocketFactory {
        private final SSLServerSocketFactory plain;

        private ServerSockets(SSLServerSocketFactory plain) {
            this.plain = plain;
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return plain.createServerSocket();
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            Gate gate = GATE.get();
            return gate == null ? plain.createServerSocket(port) : gate.open(port);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return plain.createServerSocket(port, backlog);
        }

        /** Where a gate listens is its own business: H2 knows only one address for all purposes. */
        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            Gate gate = GATE.get();
            return gate == null ? plain.createServerSocket(port, backlog, address) : gate.open(port);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return plain.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return plain.getSupportedCipherSuites();
        }
    }
}
