package org.hubmark.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A program of its own with the same class path. What it logs goes to the console; what it says is read here. */
record OtherProcess(Process process, BufferedReader output) implements AutoCloseable {

    static OtherProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin"
                + File.separator + "java", "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"), "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new OtherProcess(process, process.inputReader());
    }

    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the other program has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.destroyForcibly();
    }
}
