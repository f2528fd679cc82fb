package org.hubmark.core.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * What one user command changes, all or nothing: one change set is one revision.
 *
 * @param id made by the client, unique in the database: sent twice, a change set happens once
 * @param project the project it belongs to
 * @param client the session that made it; a session never conflicts with itself
 * @param base the newest revision of the project that the session had applied when the command was made
 * @param label what the user did, in the user's words and language
 * @param undoes the change set this one takes back, or null
 */
public record ChangeSet(UUID id, UUID project, UUID client, long base, String label, UUID undoes,
        List<Change> changes) {

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** The change set that takes this one back: inverse steps in reverse order, under a new id. */
    public ChangeSet inverse(UUID newId, UUID newClient, long newBase, String newLabel) {
        List<Change> inverse = new ArrayList<>(changes.size());
        for (Change change : changes) {
            inverse.add(change.inverse());
        }
        Collections.reverse(inverse);
        return new ChangeSet(newId, project, newClient, newBase, newLabel, id, inverse);
    }
}
