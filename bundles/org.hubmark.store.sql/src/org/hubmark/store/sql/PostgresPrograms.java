package org.hubmark.store.sql;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the programs of PostgreSQL on this machine: Debian keeps those of each version in a folder off the path. */
final class PostgresPrograms {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresPrograms() {
    }

    /** The program: of several versions the newest, else what is on the path. */
    static Optional<Path> find(String name) throws IOException {
        for (Path folder : folders()) {
            Path program = folder.resolve(name);
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN, "[0-9]*")) {
                versions.forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        folders.sort(Comparator.comparing((Path bin) -> Double.parseDouble(bin.getParent().getFileName().toString()))
                .reversed());
        for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        return folders;
    }
}
