package org.hubmark.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands for a team server, and those that work on one, as a user types them. */
@ExtendWith(NoErrorsLogged.class)
class ServerCommandsTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path data;
    private Path password;
    private Path other;
    private CompletableFuture<Integer> serving;
    private String port;
    private String fingerprint;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void serve() throws Exception {
        password = Files.writeString(data.resolve("password"), "correct horse\n");
        other = Files.writeString(data.resolve("other"), "quiet harbour\n");
        start("--create", "hubs", "--administrator", "grace", "--name", "Grace", "--password-file", password.toString());
    }

    private void start(String... more) throws Exception {
        PipedOutputStream said = new PipedOutputStream();
        BufferedReader lines = new BufferedReader(new InputStreamReader(new PipedInputStream(said), StandardCharsets.UTF_8));
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of(more));
        serving = CompletableFuture.supplyAsync(() -> run(new PrintStream(said, true, StandardCharsets.UTF_8),
                arguments.toArray(String[]::new)), task -> Thread.ofPlatform().daemon().start(task));
        StringBuilder told = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.contains("hubmark://"); line = lines.readLine()) {
            told.append(line).append('\n');
        }
        Matcher found = Pattern.compile("(?s)(\\d{4,5}).*?(([0-9a-f]{2}:){31}[0-9a-f]{2})").matcher(told);
        assertTrue(found.find(), told + err());
        port = found.group(1);
        fingerprint = found.group(2);
    }

    @AfterEach
    void stop() throws Exception {
        if (!serving.isDone()) {
            assertEquals(0, hubmark("server", "stop"), this::err);
        }
        assertEquals(0, serving.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aTeamImportsAsksAndVerifiesAtOneServer() throws Exception {
        Path file = Files.writeString(data.resolve("园区.txt"), "创新园区在三年内吸引了二十家企业。\n");
        assertEquals(1, at("grace", password, "import", file.toString()), "which project?");
        assertEquals(0, at("grace", password, "import", "--project", "枢纽", file.toString()), this::err);
        assertEquals(0, at("grace", password, "members", "add", "lin", "--name", "林晓", "--new-password-file",
                other.toString()), this::err);
        out.reset();
        assertEquals(0, at("lin", other, "query", "--format", "csv", "--sql", "select file_name from v_edition"), this::err);
        assertEquals("file_name\n园区.txt\n", out());
        assertEquals(0, at("lin", other, "verify"), this::err);
        assertEquals(0, at("lin", other, "report", "-o", data.resolve("r.html").toString()), this::err);
        assertEquals(0, at("lin", other, "history"), this::err);
        assertTrue(out().contains("Grace"), out());
    }

    @Test
    void anAdministratorLooksAfterMembers() throws Exception {
        assertEquals(0, at("grace", password, "members", "add", "lin", "--role", "reader", "--new-password-file",
                other.toString()), this::err);
        assertEquals(1, at("lin", other, "members", "change", "lin", "--role", "administrator"));
        assertEquals(0, at("grace", password, "members", "change", "lin", "--role", "analyst", "--name", "林晓"), this::err);
        assertEquals(0, at("lin", other, "members", "password", "lin", "--new-password-file", password.toString()), this::err);
        assertEquals(1, at("lin", other, "members", "list"), "with the old password");
        out.reset();
        assertEquals(0, at("lin", password, "members", "list"), this::err);
        assertTrue(out().contains("林晓") && out().contains("Grace"), out());
        assertEquals(0, at("grace", password, "members", "remove", "lin"), this::err);
        assertEquals(1, at("lin", password, "members", "list"));
        assertEquals(1, at("grace", password, "members", "change", "grace", "--role", "nonsense"));
        assertEquals(1, at("grace", password, "members", "remove", "nobody"));
    }

    @Test
    void theServerTellsHowItIs() throws Exception {
        assertEquals(0, hubmark("server", "status"), this::err);
        assertTrue(out().contains("hubs") && out().contains(port) && out().contains(fingerprint), out());
        assertEquals(0, hubmark("server", "create", "second", "--administrator", "ada", "--password-file",
                other.toString()), this::err);
        assertEquals(1, hubmark("server", "create", "second", "--administrator", "ada", "--password-file",
                other.toString()));
        out.reset();
        assertEquals(0, hubmark("server", "status"), this::err);
        assertTrue(out().contains("second"), out());
        assertEquals(1, hubmark("serve", "--port", "0"), "a second server in the same folder");
    }

    @Test
    void aBackupIsRestoredWhenTheServerIsStopped() throws Exception {
        Path file = Files.writeString(data.resolve("a.txt"), "第一句话。\n");
        assertEquals(0, at("grace", password, "import", "--project", "枢纽", file.toString()), this::err);
        assertEquals(0, hubmark("server", "backup", "hubs"), this::err);
        Path copy;
        try (Stream<Path> copies = Files.list(data.resolve("server/backups"))) {
            copy = copies.findFirst().orElseThrow();
        }
        Files.writeString(file, "第二句话。\n");
        assertEquals(0, at("grace", password, "import", file.toString()), this::err);
        assertEquals(1, hubmark("server", "restore", "hubs", "--from", copy.toString()), "it is open");
        stop();
        assertEquals(1, hubmark("server", "status"));
        assertEquals(1, hubmark("server", "restore", "hubs", "--from", copy.toString()), "it is newer");
        assertEquals(1, hubmark("server", "restore", "hubs", "--from", file.toString()), "no backup");
        assertEquals(0, hubmark("server", "restore", "hubs", "--from", copy.toString(), "--even-if-older"), this::err);
        start();
        out.reset();
        assertEquals(0, at("grace", password, "query", "--format", "csv", "--sql", "select count(*) as n from v_edition"),
                this::err);
        assertEquals("n\n1\n", out());
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        String address = "localhost:" + port + "/hubs";
        assertEquals(1, hubmark("verify", "--server", address));
        assertEquals(1, hubmark("verify", "--server", "nonsense", "--account", "grace", "--password-file",
                password.toString()));
        assertEquals(1, hubmark("verify", "--server", address, "--account", "grace", "--fingerprint", "ab:cd",
                "--password-file", password.toString()));
        assertEquals(1, hubmark("verify", "--server", address, "--account", "grace", "--password-file",
                data.resolve("none").toString()));
        assertEquals(1, hubmark("verify", "--server", address, "--account", "grace", "--fingerprint", fingerprint));
        assertTrue(err().contains("HUBMARK_PASSWORD"), err());
        err.reset();
        assertEquals(1, hubmark("verify", "--server", address, "--account", "grace", "--fingerprint", "00".repeat(32),
                "--password-file", password.toString()));
        assertTrue(err().contains(fingerprint.replace(":", "")), err());
        assertFalse(out().contains("horse"));
        assertNotNull(serving);
    }

    private int at(String account, Path secret, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--server", "hubmark://localhost:" + port + "/hubs", "--fingerprint", fingerprint, "--account",
                account, "--password-file", secret.toString()));
        return hubmark(all.toArray(String[]::new));
    }

    private int hubmark(String... arguments) {
        return run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }

    private int run(PrintStream to, String... arguments) {
        Console console = new Console(to, new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return new HubmarkCommand(console, new CommandLineTest.ProductServices(), data).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
