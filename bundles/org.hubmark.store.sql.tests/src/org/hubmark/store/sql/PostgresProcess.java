package org.hubmark.store.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;

/**
 * A server of PostgreSQL on this machine, for tests, with a cluster of its own in a temporary folder. It refuses to run
 * as root, so it then runs as somebody else.
 */
final class PostgresProcess implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    static final String PASSWORD = "the server's own";
    private static final int PATIENCE_SECONDS = 60;
    /** Runs a command until its own input ends, which it does when whoever started it is gone, whatever way. */
    private static final List<String> WHILE_WANTED = List.of("/bin/sh", "-c",
            "\"$@\" & pid=$!; read -r end; kill -QUIT $pid 2> /dev/null; wait $pid", "sh");

    private final PostgresUser user;
    private final Path folder;
    private final int port;
    private Process process;
    private volatile Consumer<String> listener = line -> { };

    private PostgresProcess(PostgresUser user, Path folder, int port) {
        this.user = user;
        this.folder = folder;
        this.port = port;
    }

    /** A new and empty cluster that is not started. */
    static PostgresProcess make() throws IOException, InterruptedException {
        PostgresProcess made = in(Files.createTempDirectory("hubmark-postgresql"));
        Path password = made.user.give(Files.writeString(made.folder.resolve("password"), PASSWORD));
        made.run("initdb", "--pgdata=" + made.data(), "--username=" + SUPERUSER, "--pwfile=" + password,
                "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-sync");
        return made;
    }

    private static PostgresProcess in(Path folder) throws IOException {
        PostgresUser user = PostgresUser.find();
        try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return new PostgresProcess(user, user.give(folder), free.getLocalPort());
        }
    }

    /** A standby that follows this server, which must run; not started. */
    PostgresProcess standby(String name) throws IOException, InterruptedException {
        PostgresProcess standby = in(Files.createTempDirectory("hubmark-standby"));
        standby.run("pg_basebackup", "--pgdata=" + standby.data(), "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
                "--dbname=host=127.0.0.1 port=" + port + " user=" + SUPERUSER + " password='"
                        + PASSWORD.replace("'", "\\'") + "' application_name=" + name);
        return standby;
    }

    /** Gives the server a key and a certificate for itself. @return the certificate */
    Path certify() throws IOException, InterruptedException {
        Path certificate = data().resolve("server.crt");
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", data().resolve("server.key").toString(),
                "-out", certificate.toString());
        return certificate;
    }

    /** Starts it and waits until it takes connections. What is not forced to disk survives a kill, which is enough here. */
    void start(String... settings) throws IOException {
        List<String> command = new ArrayList<>(WHILE_WANTED);
        command.addAll(List.of(program("postgres"), "-D", data().toString(), "-p",
                String.valueOf(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
                "fsync=off", "-c", "max_connections=200", "-c", "lc_messages=C"));
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        process = new ProcessBuilder(user.command(command)).directory(folder.toFile()).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !String.valueOf(line).contains("ready to accept"); line = output.readLine()) {
            if (line == null) {
                throw new IOException("the server did not start: " + said);
            }
            said.append(line).append('\n');
        }
        Thread.ofPlatform().daemon().name("postgresql-output").start(() -> output.lines().forEach(line -> listener.accept(line)));
    }

    /** Lets somebody read its log from now on, line by line, on another thread. */
    void log(Consumer<String> reader) {
        listener = reader;
    }

    /** Ends the whole server at once, as a failure of its machine would; its other processes end with the first one. */
    void kill() throws IOException, InterruptedException {
        main().destroyForcibly();
        stop();
    }

    /** The server ends with the input of what runs it. */
    private void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not end");
        }
    }

    void promote() throws IOException, InterruptedException {
        run("pg_ctl", "promote", "--pgdata=" + data());
    }

    Endpoint endpoint() {
        return new Endpoint("127.0.0.1", port);
    }

    ServerAddress address(String database) {
        return new ServerAddress(ServerAddress.Kind.POSTGRESQL, List.of(endpoint()), database);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Its first process: the one that was started is another that runs it. */
    private ProcessHandle main() throws IOException {
        String pid = Files.readAllLines(data().resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(program)));
        command.addAll(List.of(arguments));
        Process ran = new ProcessBuilder(user.command(command)).directory(folder.toFile()).redirectErrorStream(true)
                .start();
        ran.getOutputStream().close();
        String said = new String(ran.getInputStream().readAllBytes());
        if (ran.waitFor() != 0) {
            throw new IOException(program + ": " + said);
        }
    }

    private static String program(String name) throws IOException {
        return PostgresPrograms.find(name).orElseThrow(() -> new IOException("there is no program " + name)).toString();
    }
}
