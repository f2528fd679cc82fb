package org.hubmark.store.sql;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;

/** Carries a {@link Refusal} from the check that found it to the answer of the door. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String detail;

    RefusedException(Refusal refusal, Object detail) {
        super(refusal + " " + detail);
        this.refusal = refusal;
        this.detail = String.valueOf(detail);
    }

    Refusal refusal() {
        return refusal;
    }

    String detail() {
        return detail;
    }

    /** The same for a user. */
    StoreException forUser() {
        return new StoreException(StoreException.Kind.REFUSED,
                refusal.message(Messages.of(RefusedException.class), detail), this);
    }
}
