package org.hubmark.store.sql;

import java.nio.file.Path;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreLocation;

/** A place of a store as one argument of a process: a file, or address, fingerprint (or -), account and password. */
record ChaosPlace(String text) {

    static ChaosPlace of(String text) {
        return new ChaosPlace(text);
    }

    static ChaosPlace file(Path file) {
        return new ChaosPlace(file.toString());
    }

    static ChaosPlace server(ServerAddress address, String fingerprint, String account, String password) {
        return new ChaosPlace(String.join(" ", address.toString(), fingerprint == null ? "-" : fingerprint, account,
                password));
    }

    StoreLocation location() {
        String[] words = text.split(" ");
        return words.length == 4 ? new StoreLocation.Server(ServerAddress.parse(words[0]),
                words[1].equals("-") ? null : words[1], words[2], words[3].toCharArray())
                : new StoreLocation.Embedded(Path.of(text), false);
    }
}
