package org.hubmark.ui.project;

/** A project is on a server, and the password of the account is not known. The message says so, for a user. */
public final class PasswordNeededException extends Exception {

    private static final long serialVersionUID = 1L;

    public PasswordNeededException(String message) {
        super(message);
    }
}
