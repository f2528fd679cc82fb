package org.hubmark.core.store;

import java.util.UUID;

/** A project in the list of a database. */
public record ProjectInfo(UUID id, String name, long revision) {
}
