package org.hubmark.core.reader;

/** A file that can't become a briefing. The message says why and what to do, for a user. */
public class UnreadableBriefingException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableBriefingException(String message, Throwable cause) {
        super(message, cause);
    }
}
