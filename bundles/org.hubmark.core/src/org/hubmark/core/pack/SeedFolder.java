package org.hubmark.core.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The folder {@code seeds} of the project, read from a directory or from the bundle it is shipped in. Names use "/".
 * Immutable; safe on any thread; every call reads, so none on the display thread.
 */
public final class SeedFolder {

    private final Source source;

    private SeedFolder(Source source) {
        this.source = source;
    }

    /** The seeds in a directory. */
    public static SeedFolder of(Path folder) {
        return new SeedFolder(new Directory(folder));
    }

    /** The seeds in the folder {@code /seeds} of a bundle. */
    public static SeedFolder of(Bundle bundle) {
        return new SeedFolder(new InBundle(bundle));
    }

    /** A file. @throws IOException also if there is no such file */
    public byte[] bytes(String name) throws IOException {
        try (InputStream stream = source.open(name)) {
            return stream.readAllBytes();
        }
    }

    /** A file in UTF-8. */
    public String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A file of JSON. @throws IOException also if it is not JSON */
    JsonElement json(String name) throws IOException {
        try (Reader reader = new InputStreamReader(source.open(name), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            throw new IOException("seeds/" + name + ": " + e.getMessage(), e);
        }
    }

    /** The names of the files in a sub-folder that end in {@code suffix}, sorted; empty if there is no such folder. */
    public List<String> names(String folder, String suffix) throws IOException {
        return source.names(folder).stream().filter(name -> name.endsWith(suffix)).sorted().toList();
    }

    /** Where the files are. */
    private sealed interface Source {
        InputStream open(String name) throws IOException;

        List<String> names(String folder) throws IOException;
    }

    private record Directory(Path root) implements Source {
        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(root.resolve(name));
        }

        @Override
        public List<String> names(String folder) throws IOException {
            if (!Files.isDirectory(root.resolve(folder))) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                return files.map(file -> folder + "/" + file.getFileName()).toList();
            }
        }
    }

    private record InBundle(Bundle bundle) implements Source {
        @Override
        public InputStream open(String name) throws IOException {
            URL url = bundle.getEntry("seeds/" + name);
            if (url == null) {
                throw new NoSuchFileException("seeds/" + name);
            }
            return url.openStream();
        }

        @Override
        public List<String> names(String folder) {
            var paths = bundle.getEntryPaths("seeds/" + folder);
            return paths == null ? List.of()
                    : Collections.list(paths).stream().map(path -> path.substring("seeds/".length())).toList();
        }
    }
}
