package org.hubmark.app.cli;

import java.nio.file.Path;
import java.util.Locale;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreLocation;

import picocli.CommandLine.Option;

/** Which database of which server a command works on, and as whom. */
final class ServerOptions {

    private static final int FINGERPRINT = 64;

    @Option(names = "--server", paramLabel = "ADDRESS", descriptionKey = "option.server", order = 110)
    private String server;

    @Option(names = "--fingerprint", paramLabel = "SHA256", descriptionKey = "option.fingerprint", order = 111)
    private String fingerprint;

    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "option.account", order = 112)
    private String account;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password", order = 113)
    private Path passwordFile;

    boolean isGiven() {
        return server != null;
    }

    StoreLocation.Server location(HubmarkCommand root) throws CommandFailure {
        if (account == null) {
            throw new CommandFailure(root.messages().get("server.account"));
        }
        return new StoreLocation.Server(address(root), pin(root), account,
                new Passwords(root).own(passwordFile, account));
    }

    private ServerAddress address(HubmarkCommand root) throws CommandFailure {
        try {
            return ServerAddress.parse(server);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(root.messages().get("server.address", server));
        }
    }

    /** As a server prints it or as another program does, with colons or blanks in it. */
    private String pin(HubmarkCommand root) throws CommandFailure {
        if (fingerprint == null) {
            return null;
        }
        String plain = fingerprint.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (plain.length() != FINGERPRINT || !plain.matches("[0-9a-f]*")) {
            throw new CommandFailure(root.messages().get("server.fingerprint", fingerprint));
        }
        return plain;
    }
}
