package org.hubmark.core.change;

/** A text that should be a change set, or a part of one, but is not. The message names the place for a developer. */
public class MalformedChangeSetException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedChangeSetException(String message) {
        super(message);
    }

    public MalformedChangeSetException(String message, Throwable cause) {
        super(message, cause);
    }
}
