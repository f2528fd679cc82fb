package org.hubmark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The direction of the layers, read from the manifests and the imports of every bundle. */
@ExtendWith(NoErrorsLogged.class)
class LayeringTest {

    /** What each bundle may require of our own; what is not named may require nothing of ours. */
    private static final Map<String, Set<String>> MAY_REQUIRE = Map.of(
            "org.hubmark.model.edit", Set.of("org.hubmark.model"),
            "org.hubmark.core", Set.of("org.hubmark.model", "org.hubmark.model.edit"),
            "org.hubmark.readers", Set.of("org.hubmark.core"),
            "org.hubmark.store.sql", Set.of("org.hubmark.core", "org.hubmark.libs.flyway"),
            "org.hubmark.report", Set.of("org.hubmark.core"),
            "org.hubmark.ui", Set.of("org.hubmark.core"),
            "org.hubmark.app", Set.of("org.hubmark.core", "org.hubmark.ui"),
            "org.hubmark.testing", Set.of("org.hubmark.core"));

    private static final Pattern WINDOW = Pattern
            .compile("org\\.eclipse\\.(swt|jface|ui)([.;]|$).*|org\\.eclipse\\.e4\\.ui.*");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);

    @Test
    void bundlesRequireOnlyTheLayersBelowThem() throws Exception {
        List<String> breaches = new ArrayList<>();
        for (Path bundle : bundles()) {
            String name = bundle.getFileName().toString();
            for (String required : ours(required(bundle))) {
                if (!MAY_REQUIRE.getOrDefault(name, Set.of()).contains(required)) {
                    breaches.add(name + " requires " + required);
                }
            }
        }
        assertEquals(List.of(), breaches);
    }

    @Test
    void onlyTheWindowBundlesKnowAWindow() throws Exception {
        List<String> breaches = new ArrayList<>();
        for (Path bundle : bundles()) {
            String name = bundle.getFileName().toString();
            if (Set.of("org.hubmark.ui", "org.hubmark.app").contains(name)) {
                continue;
            }
            Stream.concat(required(bundle).stream(), imports(bundle.resolve("src")).stream())
                    .filter(n -> WINDOW.matcher(n).matches()).forEach(n -> breaches.add(name + " uses " + n));
        }
        assertEquals(List.of(), breaches);
    }

    @Test
    void theCommandLineLoadsNothingOfAWindow() throws Exception {
        Path cli = Originals.root().resolve("bundles/org.hubmark.app/src/org/hubmark/app/cli");
        List<String> windows = imports(cli).stream()
                .filter(n -> WINDOW.matcher(n).matches() || n.startsWith("org.hubmark.ui")).toList();
        assertEquals(List.of(), windows);
    }

    /** So that the server, which has no window, can have the bundle of the command line. */
    @Test
    void theBundleOfTheCommandLineCanDoWithoutAWindow() throws Exception {
        Path bundle = Originals.root().resolve("bundles/org.hubmark.app");
        List<String> needed = requirements(bundle).filter(r -> !r.contains("resolution:=optional"))
                .map(r -> r.split(";")[0].trim()).filter(n -> WINDOW.matcher(n).matches() || n.equals("org.hubmark.ui"))
                .toList();
        assertEquals(List.of(), needed);
        for (String used : List.of("DataFolder", "Logging")) {
            String source = Files.readString(bundle.resolve("src/org/hubmark/app/" + used + ".java"));
            assertFalse(source.contains("org.eclipse.ui") || source.contains("swt") || source.contains("org.hubmark.ui"),
                    used + " is used by the command line");
        }
        String feature = Files.readString(Originals.root().resolve("features/org.hubmark.feature/feature.xml"));
        assertFalse(WINDOW.matcher(feature).find() || feature.contains("org.hubmark.ui"), "the feature of the server");
    }

    @Test
    void coreKnowsNeitherDatabaseNorIndexNorOfficeFiles() throws Exception {
        Pattern forbidden = Pattern.compile("java\\.sql.*|javax\\.sql.*|org\\.h2.*|org\\.postgresql.*|"
                + "org\\.apache\\.(lucene|poi|pdfbox).*|com\\.zaxxer.*");
        Set<String> imports = imports(Originals.root().resolve("bundles/org.hubmark.core/src"));
        assertFalse(imports.isEmpty(), "the sources were found");
        assertEquals(List.of(), imports.stream().filter(n -> forbidden.matcher(n).matches()).toList());
    }

    @Test
    void theWindowBundlesNeverImportAnImplementation() throws Exception {
        Pattern implementation = Pattern.compile("org\\.hubmark\\.(store|readers|report|search|exchange)\\..*");
        Set<String> imports = new TreeSet<>(imports(Originals.root().resolve("bundles/org.hubmark.ui/src")));
        imports.addAll(imports(Originals.root().resolve("bundles/org.hubmark.app/src")));
        assertEquals(List.of(), imports.stream().filter(n -> implementation.matcher(n).matches()).toList());
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> all = Files.list(Originals.root().resolve("bundles"))) {
            return all.filter(b -> Files.exists(b.resolve("META-INF/MANIFEST.MF")))
                    .filter(b -> !b.toString().endsWith(".tests")).sorted().toList();
        }
    }

    private static Set<String> required(Path bundle) throws IOException {
        return requirements(bundle).map(r -> r.split(";")[0].trim()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> requirements(Path bundle) throws IOException {
        try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
            Manifest manifest = new Manifest(in);
            return Stream.of("Require-Bundle", "Import-Package").map(manifest.getMainAttributes()::getValue)
                    .filter(v -> v != null).flatMap(v -> Stream.of(v.split(","))).toList().stream();
        }
    }

    private static List<String> ours(Set<String> required) {
        return required.stream().filter(r -> r.startsWith("org.hubmark.")).toList();
    }

    private static Set<String> imports(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher imports = IMPORT.matcher(Files.readString(file));
                while (imports.find()) {
                    names.add(imports.group(1));
                }
            }
        }
        return names;
    }
}
