package org.hubmark.core.store;

import java.util.Locale;

/**
 * Somebody who may work in a database.
 *
 * @param account as the database knows it
 * @param name as the log and the reports show it
 */
public record Member(String account, String name, Role role) {

    /** The account as its owner types it: H2 keeps it in upper case, but no server tells the two apart. */
    public String login() {
        return account.toLowerCase(Locale.ROOT);
    }
}
