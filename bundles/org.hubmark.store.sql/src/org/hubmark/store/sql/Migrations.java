package org.hubmark.store.sql;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** The migration scripts by name: Flyway's own scan of the class path finds nothing in a bundle, and says nothing. */
final class Migrations implements ResourceProvider {

    private final String folder;
    private final List<String> names;

    /** @param names in the order of their versions, e.g. V1__tables.sql */
    Migrations(String folder, List<String> names) {
        this.folder = folder;
        this.names = List.copyOf(names);
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
            return new InputStreamReader(Migrations.class.getResourceAsStream(getAbsolutePath()),
                    StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return "/migrations/" + folder + "/" + name;
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
