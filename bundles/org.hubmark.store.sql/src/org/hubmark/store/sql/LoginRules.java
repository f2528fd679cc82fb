package org.hubmark.store.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.h2.api.ErrorCode;

/**
 * What a client may ask of the server before anybody has checked who it is. H2 itself would open any file below its folder
 * with whatever settings the client gives, and look at the password only then: with settings of ours missing, what the
 * door accepts would not be safe (decision 6); with some others, anybody could load classes into the server.
 *
 * @param isOpen whether a database with this name is open in the server
 */
record LoginRules(Predicate<String> isOpen) {

    /** Of no consequence to anybody else, and needed by clients. */
    private static final Set<String> ALLOWED = Set.of("NON_KEYWORDS", "IFEXISTS", "SCHEMA", "LOCK_TIMEOUT",
            "QUERY_TIMEOUT", "NETWORK_TIMEOUT", "AUTO_RECONNECT", "OLD_INFORMATION_SCHEMA", "VARIABLE_BINARY");

    /** Why a client is not let in: a code of H2 and its text, which H2 shows at the other end. */
    static final class NotAllowed extends Exception {

        private static final long serialVersionUID = 1L;

        private final int code;

        NotAllowed(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** The login as H2 is to see it: with our settings, whatever the client's were. */
    LoginHead check(LoginHead asked) throws NotAllowed {
        if (asked.cancelled() != null) {
            return asked;
        }
        if (asked.database() == null || !isOpen.test(asked.database())) {
            throw new NotAllowed(ErrorCode.REMOTE_DATABASE_NOT_FOUND_1, "Database \"" + asked.database()
                    + "\" is not served here");
        }
        if (asked.account() == null || asked.account().toUpperCase(Locale.ENGLISH).equals(AccessFile.OWNER)) {
            throw new NotAllowed(ErrorCode.WRONG_USER_OR_PASSWORD, "Wrong user name or password");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, String> setting : asked.settings().entrySet()) {
            if (!ALLOWED.contains(setting.getKey()) || setting.getValue() == null) {
                throw new NotAllowed(ErrorCode.UNSUPPORTED_SETTING_1, "Unsupported connection setting \""
                        + setting.getKey() + "\"");
            }
            settings.put(setting.getKey(), setting.getValue());
        }
        settings.putAll(DatabaseFile.APPEND_ONLY_SETTINGS);
        settings.put("IFEXISTS", "TRUE");
        return asked.with(settings);
    }
}
