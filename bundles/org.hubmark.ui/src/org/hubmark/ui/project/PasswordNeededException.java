package org.hubmark.ui.project;

import org.hubmark.core.store.StoreException;

/** A project is on a server, and the password of the account is not known. The message says so, for a user. */
public final class PasswordNeededException extends StoreException {

    private static final long serialVersionUID = 1L;

    public PasswordNeededException(String message) {
        super(Kind.REFUSED, message);
    }
}
