package org.hubmark.ui.team;

import java.util.Arrays;

import org.hubmark.core.store.ServerAddress;

/**
 * What is typed into the field for the address of a server.
 *
 * @param address null if it is none yet
 * @param problem what is wrong with it, as a key of a message; null if nothing is, or nothing is typed
 */
record AddressField(ServerAddress address, String problem) {

    private static final String SCHEME_END = "://";
    private static final String ANY_SERVER = "server/";

    static AddressField read(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return new AddressField(null, null);
        }
        try {
            return new AddressField(ServerAddress.parse(typed), null);
        } catch (IllegalArgumentException e) {
            return new AddressField(null, problem(typed));
        }
    }

    private static String problem(String typed) {
        int scheme = typed.indexOf(SCHEME_END);
        if (scheme >= 0 && !isKind(typed.substring(0, scheme))) {
            return "address.scheme";
        }
        String rest = scheme < 0 ? typed : typed.substring(scheme + SCHEME_END.length());
        int slash = rest.indexOf('/');
        if (rest.isEmpty() || slash == 0) {
            return "address.host.missing";
        }
        if (slash < 0 || slash == rest.length() - 1) {
            return "address.database.missing";
        }
        if (!isAddress(ANY_SERVER + rest.substring(slash + 1))) {
            return "address.database";
        }
        boolean severalHosts = rest.substring(0, slash).contains(",");
        return severalHosts && !typed.startsWith("postgresql") ? "address.hosts" : "address.host";
    }

    private static boolean isKind(String scheme) {
        return Arrays.stream(ServerAddress.Kind.values()).anyMatch(kind -> kind.name().equalsIgnoreCase(scheme));
    }

    private static boolean isAddress(String text) {
        try {
            ServerAddress.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
