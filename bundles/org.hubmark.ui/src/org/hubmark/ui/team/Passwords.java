package org.hubmark.ui.team;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.text.SourceText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The passwords of the user's accounts on servers: those said since the start, those that are kept, and the one of the
 * environment. The application makes it and registers it as a service. Safe for use by several threads; unless said
 * otherwise a call blocks on the disk or the system and is forbidden on the display thread.
 */
public final class Passwords {

    /** The variable of the environment that may hold a password. */
    static final String VARIABLE = "HUBMARK_PASSWORD";

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    /** Where passwords can be kept on this machine. */
    enum Safe {
        /** The keyring of the operating system. */
        KEYRING,
        /** A file that only the user may read. */
        FILE,
        NONE
    }

    private final PasswordStore keyring;
    private final PasswordStore files;
    private final UnaryOperator<String> environment;
    private final Map<String, char[]> said = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param data the data folder of the product */
    public Passwords(Path data) {
        this(new Keyring(data.resolve("passwords").resolve("keyring")),
                new PasswordFiles(data.resolve("passwords").resolve("files")), System::getenv);
    }

    Passwords(PasswordStore keyring, PasswordStore files, UnaryOperator<String> environment) {
        this.keyring = keyring;
        this.files = files;
        this.environment = environment;
    }

    Safe safe() {
        if (keyring.isUsable()) {
            return Safe.KEYRING;
        }
        return files.isUsable() ? Safe.FILE : Safe.NONE;
    }

    /** Whether the environment has a password for whatever account has none. Returns at once. */
    boolean isInEnvironment() {
        return environment.apply(VARIABLE) != null && !environment.apply(VARIABLE).isEmpty();
    }

    /** The password of the environment; empty if there is none. Returns at once. */
    char[] environment() {
        return isInEnvironment() ? environment.apply(VARIABLE).toCharArray() : new char[0];
    }

    /** A copy that the caller may wipe. What cannot be read counts as not kept, and is logged. */
    public Optional<char[]> find(ServerAddress address, String account) {
        String key = key(address, account);
        if (refused.contains(key)) {
            return Optional.empty();
        }
        return Optional.ofNullable(said.get(key)).map(char[]::clone).or(() -> kept(key))
                .or(() -> isInEnvironment() ? Optional.of(environment()) : Optional.empty());
    }

    private Optional<char[]> kept(String key) {
        for (PasswordStore store : List.of(keyring, files)) {
            try {
                Optional<char[]> found = store.isUsable() ? store.find(key) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException e) {
                LOG.warn("a password that was kept can't be read; it has to be typed again", e);
            }
        }
        return Optional.empty();
    }

    /** It is the password until the program ends, whatever is kept. Returns at once. */
    void say(ServerAddress address, String account, char[] password) {
        said.put(key(address, account), password.clone());
        refused.remove(key(address, account));
    }

    /** A password is wrong: it counts as not known until somebody says one, unless somebody has while it was tried. */
    void refused(ServerAddress address, String account, char[] tried) {
        if (Arrays.equals(tried, find(address, account).orElse(null))) {
            refused.add(key(address, account));
        }
    }

    /** Keeps a password for the next start. */
    void keep(ServerAddress address, String account, char[] password) throws IOException {
        switch (safe()) {
            case KEYRING -> keyring.put(key(address, account), password);
            case FILE -> files.put(key(address, account), password);
            case NONE -> LOG.info("there is nowhere to keep a password on this machine");
        }
    }

    boolean isKept(ServerAddress address, String account) {
        return kept(key(address, account)).isPresent();
    }

    /** Nothing of it is known any more. */
    void forget(ServerAddress address, String account) throws IOException {
        said.remove(key(address, account));
        forgetKept(address, account);
    }

    /** The next start will not know it. */
    void forgetKept(ServerAddress address, String account) throws IOException {
        String key = key(address, account);
        for (PasswordStore store : List.of(keyring, files)) {
            if (store.isUsable()) {
                store.remove(key);
            }
        }
    }

    private static String key(ServerAddress address, String account) {
        return SourceText.sha256((address + "\n" + account).getBytes(StandardCharsets.UTF_8));
    }
}
