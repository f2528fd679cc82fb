package org.hubmark.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** The migration scripts by name: Flyway's own scan of the class path finds nothing in a bundle, and says nothing. */
final class Migrations implements ResourceProvider {

    /** Scripts that all databases share, but for their dialects. */
    private static final String COMMON = "common";

    private final String folder;
    private final List<String> names;
    private final UnaryOperator<String> dialect;

    /** @param names in the order of their versions, e.g. V1__tables.sql */
    Migrations(String folder, List<String> names) {
        this(folder, names, UnaryOperator.identity());
    }

    /** @param dialect makes of a script that is written for H2 one that this database understands */
    Migrations(String folder, List<String> names, UnaryOperator<String> dialect) {
        this.folder = folder;
        this.names = List.copyOf(names);
        this.dialect = dialect;
    }

    /** The version the last script leads to. */
    int newest() {
        String last = names.getLast();
        return Integer.parseInt(last.substring(1, last.indexOf("__")));
    }

    @Override
    public LoadableResource getResource(String name) {
        return names.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return names.stream().filter(n -> n.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(n::endsWith))
                .<LoadableResource>map(Script::new).toList();
    }

    private final class Script extends LoadableResource {
        private final String name;

        private Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream in = Migrations.class.getResourceAsStream(getAbsolutePath())) {
                return new StringReader(dialect.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException("a script of this bundle cannot be read", e);
            }
        }

        @Override
        public String getAbsolutePath() {
            String own = path(folder);
            return Migrations.class.getResource(own) == null ? path(COMMON) : own;
        }

        private String path(String in) {
            return "/migrations/" + in + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
