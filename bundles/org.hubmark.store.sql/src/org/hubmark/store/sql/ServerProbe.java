package org.hubmark.store.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.ServerAddress.Kind;
import org.hubmark.core.store.StoreException;

/**
 * Looks which certificate a server shows, and goes away before it says anything. Tells a server that is not there from one
 * that has no TLS, which the drivers don't.
 */
final class ServerProbe {

    private static final int PATIENCE_MS = 5_000;
    private static final int POSTGRESQL_TLS = 80_877_103;
    private static final int POSTGRESQL_LENGTH = 8;

    private final ServerAddress address;
    private final Messages messages = Messages.of(ServerProbe.class);

    ServerProbe(ServerAddress address) {
        this.address = address;
    }

    /** The fingerprint of the first host of the address that answers. */
    String fingerprint() throws StoreException {
        StoreException last = null;
        for (Endpoint endpoint : address.endpoints()) {
            try {
                return fingerprint(endpoint);
            } catch (StoreException e) {
                last = e;
            }
        }
        throw last;
    }

    /** @throws StoreException of kind REFUSED if the server shows another certificate than this */
    void require(Endpoint endpoint, String fingerprint) throws StoreException {
        String shown = fingerprint(endpoint);
        if (!shown.equals(fingerprint)) {
            throw new StoreException(StoreException.Kind.REFUSED,
                    messages.get("error.certificate", endpoint, shown));
        }
    }

    /** @throws StoreException of kind REFUSED if this machine does not trust the server, for the name of its host */
    void requireTrusted(Endpoint endpoint) throws StoreException {
        shakeHands(endpoint, new PinnedTrust());
    }

    String fingerprint(Endpoint endpoint) throws StoreException {
        Recording recording = new Recording();
        shakeHands(endpoint, recording);
        try {
            return PinnedTrust.fingerprint(recording.shown);
        } catch (CertificateException e) {
            throw new StoreException(StoreException.Kind.REFUSED, messages.get("error.tls", endpoint), e);
        }
    }

    private void shakeHands(Endpoint endpoint, X509ExtendedTrustManager trust) throws StoreException {
        // of its own: a session that another context has kept would be resumed, and no certificate be shown
        SSLContext context = TeamTls.context(null, trust);
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(PATIENCE_MS);
            plain.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), PATIENCE_MS);
            askForTls(plain);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, endpoint.host(),
                    endpoint.port(), true)) {
                socket.startHandshake();
                if (!socket.getSession().isValid()) {    // ended by the alert user_canceled, of which Java says nothing
                    throw closed(endpoint, null);
                }
            }
        } catch (SSLException e) {
            throw failure(e, endpoint);
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.OFFLINE, messages.get("error.offline", address), e);
        }
    }

    /** Who hangs up without a word has no TLS, or is just being stopped: that may be better in a moment. */
    private StoreException failure(SSLException e, Endpoint endpoint) {
        if (e.getCause() instanceof EOFException || e.getCause() instanceof SocketException) {
            return closed(endpoint, e);
        }
        return new StoreException(StoreException.Kind.REFUSED,
                messages.get(Failures.isUntrusted(e) ? "error.trust" : "error.tls", endpoint), e);
    }

    private StoreException closed(Endpoint endpoint, SSLException cause) {
        return new StoreException(StoreException.Kind.OFFLINE, messages.get("error.tls.closed", endpoint), cause);
    }

    private void askForTls(Socket plain) throws IOException {
        if (address.kind() == Kind.POSTGRESQL) {
            DataOutputStream out = new DataOutputStream(plain.getOutputStream());
            out.writeLong((long) POSTGRESQL_LENGTH << Integer.SIZE | POSTGRESQL_TLS);
            out.flush();
            if (new DataInputStream(plain.getInputStream()).readByte() != 'S') {
                throw new SSLException("the server has no TLS");
            }
        }
    }

    /** Takes any certificate: nothing is said to whoever shows it. */
    private static final class Recording extends X509ExtendedTrustManager {
        private X509Certificate shown;

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            shown = chain[0];
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            shown = chain[0];
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            shown = chain[0];
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
