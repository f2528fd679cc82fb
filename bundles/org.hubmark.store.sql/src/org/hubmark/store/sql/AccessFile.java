package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The passwords of an embedded database, in a file beside it that only its owner may read: who may read that file may
 * read the database too, nobody else. A server has accounts of its own and no such file.
 *
 * @param owner of the account that owns the tables and that nobody works with
 * @param member of the account of the person who works here
 */
record AccessFile(String owner, String member) {

    /** The account that owns the tables. H2 turns the names of accounts into capitals when somebody logs in. */
    static final String OWNER = "HUBMARK_OWNER";

    private static final int PASSWORD_BYTES = 24;

    static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + ".access");
    }

    /** Reads the file. @throws java.nio.file.NoSuchFileException if there is none */
    static AccessFile read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        String owner = properties.getProperty("owner");
        String member = properties.getProperty("member");
        if (owner == null || member == null) {
            throw new IOException("no passwords in " + file);
        }
        return new AccessFile(owner, member);
    }

    /** Makes the file with new passwords; if there is one already, it stays and is read. */
    static AccessFile make(Path file) throws IOException {
        AccessFile made = new AccessFile(password(), password());
        List<String> lines = List.of("# Passwords of the Hubmark database beside this file. Keep both together.",
                "# With an SQL client: account " + account(), "member=" + made.member, "owner=" + made.owner);
        Path half = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(half);
        createPrivate(half);
        Files.write(half, lines, StandardCharsets.UTF_8);
        try {
            Files.move(half, file);
            return made;
        } catch (FileAlreadyExistsException e) {
            Files.delete(half);
            return read(file);
        }
    }

    /** The account of the person who works here. */
    static String account() {
        return memberName().toUpperCase(Locale.ENGLISH);
    }

    static String memberName() {
        String name = System.getProperty("user.name", "").strip();
        return name.isEmpty() ? "analyst" : name;
    }

    /** An empty file that only its owner may read. */
    static void createPrivate(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            // Windows: a file in the profile of a user is readable by this user and administrators
            Files.createFile(file);
        }
    }

    static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
