package org.hubmark.store.sql;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.hubmark.core.store.ServerAddress.Endpoint;

/**
 * Whom this process trusts when it opens a TLS connection: at a host and port with a pinned certificate exactly the server
 * that shows this one, elsewhere whom the platform trusts, for the name of the host it was reached by. Neither H2 nor the
 * driver of PostgreSQL looks at that name when left to itself. Safe for use by several threads.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager platform;
    /** Several at once while some stores are open with the old certificate of a server and others with its new one. */
    private final Map<Endpoint, List<String>> pins = new HashMap<>();

    PinnedTrust() {
        this.platform = platform();
    }

    /** SHA-256 of a certificate, lower-case hexadecimal. */
    static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Trusts this certificate at this place until it is unpinned as often as it was pinned. */
    void pin(Endpoint endpoint, String fingerprint) {
        synchronized (pins) {
            pins.computeIfAbsent(key(endpoint.host(), endpoint.port()), e -> new ArrayList<>()).add(fingerprint);
        }
    }

    void unpin(Endpoint endpoint, String fingerprint) {
        synchronized (pins) {
            pins.computeIfPresent(key(endpoint.host(), endpoint.port()), (e, all) -> {
                all.remove(fingerprint);
                return all.isEmpty() ? null : all;
            });
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        if (socket instanceof SSLSocket tls) {
            if (isPinned(chain, tls.getHandshakeSession())) {
                return;
            }
            tls.setSSLParameters(withHostName(tls.getSSLParameters()));
        }
        platform.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        if (isPinned(chain, engine.getHandshakeSession())) {
            return;
        }
        engine.setSSLParameters(withHostName(engine.getSSLParameters()));
        platform.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        platform.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        platform.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        platform.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        platform.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }

    /** @throws CertificateException if there is a pin and this is another certificate */
    private boolean isPinned(X509Certificate[] chain, SSLSession session) throws CertificateException {
        List<String> known;
        synchronized (pins) {
            List<String> pinned = pins.get(key(session.getPeerHost(), session.getPeerPort()));
            known = pinned == null ? null : List.copyOf(pinned);
        }
        if (known == null) {
            return false;
        }
        String shown = fingerprint(chain[0]);
        if (!known.contains(shown)) {
            throw new CertificateException("the server shows the certificate " + shown + " and not the pinned one");
        }
        return true;
    }

    private static SSLParameters withHostName(SSLParameters parameters) {
        if (parameters.getEndpointIdentificationAlgorithm() == null) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }

    /** One spelling: the socket knows addresses in digits in Java's own form. */
    private static Endpoint key(String host, int port) {
        String name = String.valueOf(host).toLowerCase(Locale.ROOT);
        try {
            boolean digits = name.contains(":") || name.matches("[0-9.]+");
            return new Endpoint(digits ? InetAddress.getByName(name).getHostAddress() : name, port);
        } catch (UnknownHostException e) {
            return new Endpoint(name, port);
        }
    }

    private static X509ExtendedTrustManager platform() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager trust) {
                    return trust;
                }
            }
            throw new IllegalStateException("the platform has no trust manager");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificates that the platform trusts cannot be read", e);
        }
    }
}
