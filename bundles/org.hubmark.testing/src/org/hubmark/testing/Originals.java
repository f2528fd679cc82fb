package org.hubmark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the five source briefings lie on this machine, if they do: their text is never part of the repository. */
public final class Originals {

    private Originals() {
    }

    /** The root folder of the project: system property {@code hubmark.root}. */
    public static Path root() {
        return Path.of(System.getProperty("hubmark.root")).toAbsolutePath().normalize();
    }

    /** The folder of the originals: beside the project, or where {@code HUBMARK_ORIGINALS} says. */
    public static Optional<Path> folder() {
        String named = System.getenv("HUBMARK_ORIGINALS");
        Path folder = named == null ? root().resolveSibling("shared").resolve("seeds").resolve("originals")
                : Path.of(named);
        return Optional.of(folder).filter(Files::isDirectory);
    }

    /** The folder above: inventory and acceptance list of the originals. */
    public static Optional<Path> seeds() {
        return folder().map(Path::getParent);
    }

    /** The files, by name: empty if they are not here. */
    public static List<Path> files() {
        return folder().map(Originals::texts).orElse(List.of());
    }

    private static List<Path> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
