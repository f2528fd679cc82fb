package org.hubmark.store.sql;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

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

    static ChaosPlace of(StoreLocation.Server server) {
        return new ChaosPlace(String.join(" ", server.address().toString(),
                server.fingerprint() == null ? "-" : server.fingerprint(), server.account(),
                // a password may hold blanks
                HexFormat.of().formatHex(new String(server.password()).getBytes(StandardCharsets.UTF_8))));
    }

    StoreLocation location() {
        String[] words = text.split(" ");
        return words.length == 4 ? new StoreLocation.Server(ServerAddress.parse(words[0]),
                words[1].equals("-") ? null : words[1], words[2], new String(HexFormat.of().parseHex(words[3]), StandardCharsets.UTF_8).toCharArray())
                : new StoreLocation.Embedded(Path.of(text), false);
    }
}
