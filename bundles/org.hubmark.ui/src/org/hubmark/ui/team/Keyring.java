package org.hubmark.ui.team;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secure storage of the platform: a file of our own, encrypted with a key that the keyring of the operating system
 * keeps. Where there is no keyring (a Linux without a desktop) it is not usable.
 */
final class Keyring implements PasswordStore {

    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);
    private static final String NODE = "servers";
    private static final String TRIAL = "trial";

    private final Path file;
    private Boolean usable;

    Keyring(Path file) {
        this.file = file;
    }

    /** Tried once: a keyring that is locked may ask its user then. */
    @Override
    public synchronized boolean isUsable() {
        if (usable == null) {
            usable = hasSession() && isTrialPassed();
        }
        return usable;
    }

    /** On Linux the keyring is reached through the bus of the session; without one its library complains aloud. */
    private static boolean hasSession() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return !Platform.OS.isLinux() || System.getenv("DBUS_SESSION_BUS_ADDRESS") != null
                || runtime != null && Files.exists(Path.of(runtime, "bus"));
    }

    private boolean isTrialPassed() {
        try {
            put(TRIAL, TRIAL.toCharArray());
            boolean kept = find(TRIAL).isPresent();
            remove(TRIAL);
            return kept;
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.info("there is no usable keyring on this machine", e);
            return false;
        }
    }

    @Override
    public Optional<char[]> find(String key) throws IOException {
        try {
            return Optional.ofNullable(node().get(key, null)).map(String::toCharArray);
        } catch (StorageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void put(String key, char[] password) throws IOException {
        try {
            node().put(key, new String(password), true);
            node().flush();
        } catch (StorageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void remove(String key) throws IOException {
        node().remove(key);
        node().flush();
    }

    private ISecurePreferences node() throws IOException {
        Files.createDirectories(file.getParent());
        ISecurePreferences root = SecurePreferencesFactory.open(file.toUri().toURL(),
                Map.of(IProviderHints.PROMPT_USER, false));
        if (root == null) {
            throw new IOException("no secure storage");
        }
        return root.node(NODE);
    }
}
