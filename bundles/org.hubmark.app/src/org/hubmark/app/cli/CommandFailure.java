package org.hubmark.app.cli;

/** A command can't go on; the message is all that the user needs. */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
