package org.hubmark.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * The certificate and the key of a team server. Made at the first start; somebody who has a certificate of an authority
 * puts it there instead, with the same password. Clients know it by its fingerprint, so it is valid for a lifetime.
 */
record ServerCertificate(KeyStore store, String fingerprint) {

    /** No secret: nobody but the owner may read the file. A key store must have one. */
    private static final char[] PASSWORD = "hubmark".toCharArray();
    private static final String ALIAS = "hubmark";
    private static final int DAYS = 36_500;

    /** Reads the file, or makes it if it is not there. */
    static ServerCertificate of(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            make(file);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        for (String alias : java.util.Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new ServerCertificate(store, PinnedTrust.fingerprint(certificate));
            }
        }
        throw new IOException("no key with a certificate in " + file);
    }

    KeyManager[] keys() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }

    /** Java makes certificates with a program of its own only, not by any call. */
    private static void make(Path file) throws IOException {
        String host = host();
        Path half = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(half);
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(List.of(keytool.toString(), "-genkeypair", "-keystore", half.toString(),
                "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-alias", ALIAS, "-keyalg", "EC",
                "-groupname", "secp256r1", "-validity", String.valueOf(DAYS), "-dname", "CN=" + host, "-ext",
                "SAN=dns:" + host + ",dns:localhost,ip:127.0.0.1")).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool made no certificate: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        // keytool leaves it readable for everybody; the folder is not
        byte[] content = Files.readAllBytes(half);
        Files.delete(half);
        AccessFile.createPrivate(half);
        Files.write(half, content);
        Files.move(half, file);
    }

    /** Only what a name in a certificate may hold. */
    private static String host() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") ? name : "localhost";
        } catch (UnknownHostException e) {
            org.slf4j.LoggerFactory.getLogger(ServerCertificate.class).info("this machine has no name", e);
            return "localhost";
        }
    }
}
