package org.hubmark.core.store;

/**
 * Somebody who may work in a database.
 *
 * @param account as the database knows it
 * @param name as the log and the reports show it
 */
public record Member(String account, String name, Role role) {
}
