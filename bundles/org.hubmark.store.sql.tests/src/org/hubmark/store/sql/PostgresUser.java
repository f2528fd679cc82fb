package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * As whom a server of PostgreSQL runs here: as whoever runs the tests, and if that is root, whom the server refuses, as
 * somebody else.
 *
 * @param name null for whoever runs the tests
 * @param change the beginning of a command that runs another one as this user
 */
record PostgresUser(String name, List<String> change) {

    static PostgresUser find() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return new PostgresUser(null, List.of());
        }
        String name = exists("postgres") ? "postgres" : "nobody";
        Optional<Path> setpriv = PostgresPrograms.find("setpriv");
        if (setpriv.isPresent()) {
            return new PostgresUser(name, List.of(setpriv.get().toString(), "--reuid=" + name, "--regid=" + name,
                    "--init-groups", "--"));
        }
        Optional<Path> runuser = PostgresPrograms.find("runuser");
        if (runuser.isPresent()) {
            return new PostgresUser(name, List.of(runuser.get().toString(), "-u", name, "--"));
        }
        return new PostgresUser(name, List.of("su", name, "-s", "/bin/sh", "-c"));
    }

    private static boolean exists(String name) throws IOException {
        try {
            Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        }
    }

    /** The command that runs this one as this user. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(change);
        if (!change.isEmpty() && change.getFirst().equals("su")) {
            all.add("exec " + command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'")
                    .collect(Collectors.joining(" ")));
        } else {
            all.addAll(command);
        }
        return all;
    }

    /** Lets this user have a file or folder. */
    Path give(Path file) throws IOException {
        if (name != null) {
            Files.setOwner(file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        }
        return file;
    }
}
