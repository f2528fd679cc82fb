package org.hubmark.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A Java process of its own that runs a main class of a test and can be killed. Its class path is where the named
 * classes were loaded from, which works from a plain class path and inside Equinox alike.
 */
public final class ChildProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * @param scratch where jars are unpacked that lie inside other jars
     * @param needed one class of each bundle that the main class needs
     */
    public static ChildProcess start(Path scratch, Class<?> main, List<Class<?>> needed, String... arguments)
            throws IOException {
        Set<String> path = new LinkedHashSet<>();
        add(main, scratch, path);
        for (Class<?> type : needed) {
            add(type, scratch, path);
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-cp", String.join(System.getProperty("path.separator"), path), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Gives it a line to read. */
    public void send(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    /**
     * The next line it writes that begins so. Other lines, such as of its log, are passed over.
     *
     * @throws IOException with all that was passed over if it ends before
     */
    public String line(String start) throws IOException {
        StringBuilder passed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
            passed.append(line).append('\n');
        }
        throw new IOException("the process ended after saying: " + passed);
    }

    /** What it writes, as it writes it. */
    public Stream<String> lines() {
        return output.lines();
    }

    /** Everything it writes until it ends. */
    public List<String> rest() {
        return output.lines().toList();
    }

    /** Its number in the system. */
    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as a power failure or the kernel would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        // not of the process itself: that would close its output, and what it said last would be lost
        process.toHandle().destroyForcibly();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a killed process lives on");
        }
    }

    /** Ends its input and waits for its own end. */
    public void end() throws IOException, InterruptedException {
        process.outputWriter().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process does not end");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static void add(Class<?> type, Path scratch, Set<String> path) throws IOException {
        Path place;
        try {
            URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            place = Path.of(location);
        } catch (URISyntaxException e) {
            throw new IOException(type + " has no place", e);
        }
        path.add(place.toString());
        if (Files.isDirectory(place)) {
            path.add(place.resolve("target").resolve("classes").toString());
            addJars(place.resolve("lib"), path);
        } else {
            addJars(unpack(place, scratch), path);
        }
    }

    private static void addJars(Path folder, Set<String> path) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> jars = Files.list(folder)) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).map(Path::toString).sorted().forEach(path::add);
            }
        }
    }

    private static Path unpack(Path jar, Path scratch) throws IOException {
        Path folder = scratch.resolve(jar.getFileName() + ".lib");
        try (JarFile outer = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = outer.entries(); entries.hasMoreElements();) {
                JarEntry entry = entries.nextElement();
                Path inner = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                if (entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar") && !Files.exists(inner)) {
                    Files.createDirectories(folder);
                    try (InputStream in = outer.getInputStream(entry)) {
                        Files.copy(in, inner);
                    }
                }
            }
        }
        return folder;
    }
}
