package org.hubmark.core.store;

import java.util.List;

/** What became of a change set. */
public sealed interface CommitResult {

    /** It is in the log under this number; also the answer to the same change set sent again. */
    record Accepted(long revision) implements CommitResult {
    }

    /** Colleagues have changed the same meanwhile; nothing was written. */
    record Conflict(List<ConflictDetail> details) implements CommitResult {
    }

    /** It may not or cannot be done; nothing was written. */
    record Refused(Reason reason, String message) implements CommitResult {
    }

    /** Why a change set is refused. */
    enum Reason {
        /** The member's role does not allow it. */
        ROLE,
        /** A reference or a container would lead to nothing, or a container into itself. */
        CONTAINMENT,
        /** An id is in use, or an object is not there. */
        OBJECT,
        /** The project is not there. */
        PROJECT,
        /** The payload can't be read. */
        MALFORMED
    }
}
