package org.hubmark.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where commands get passwords: from a file, the environment, or somebody who types. Never from the command line, which
 * everybody at the machine can read.
 */
record Passwords(HubmarkCommand root) {

    private static final String ENVIRONMENT = "HUBMARK_PASSWORD";
    private static final String ENVIRONMENT_NEW = "HUBMARK_NEW_PASSWORD";

    /** The password of the account the command works with. */
    char[] own(Path file, String account) throws CommandFailure {
        return password(file, ENVIRONMENT, root.messages().get("password.own", account));
    }

    /** A password that is being given to an account. */
    char[] given(Path file, String account) throws CommandFailure {
        return password(file, ENVIRONMENT_NEW, root.messages().get("password.new", account));
    }

    private char[] password(Path file, String variable, String prompt) throws CommandFailure {
        if (file != null) {
            return firstLine(file);
        }
        String set = System.getenv(variable);
        if (set != null) {
            return set.toCharArray();
        }
        if (root.console().terminal() && System.console() != null) {
            char[] typed = System.console().readPassword("%s", prompt);
            if (typed != null) {
                return typed;
            }
        }
        throw new CommandFailure(root.messages().get("password.missing", variable));
    }

    private char[] firstLine(Path file) throws CommandFailure {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new CommandFailure(root.messages().get("password.unread", file, e.toString()));
        }
    }
}
