package org.hubmark.store.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonSerializer;

/**
 * How commands on the same machine talk to a running server: a socket that listens on loopback only, and a file in the base
 * with its port and a secret, which only the owner may read. One line asks, one line answers.
 */
final class ControlSocket implements AutoCloseable {

    static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>) (i, t, c) -> new JsonPrimitive(i.toString()))
            .registerTypeAdapter(Instant.class, (JsonDeserializer<Instant>) (j, t, c) -> Instant.parse(j.getAsString()))
            .create();

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int ASKING_MS = 5_000;
    private static final int LONGEST = 100_000;

    /** Does what is asked; what it returns is the answer. */
    interface Tasks {
        Object perform(ControlRequest request) throws StoreException;
    }

    private final ServerSocket socket;
    private final Path file;
    private final String secret = AccessFile.password();
    private final Tasks tasks;

    private ControlSocket(Path file, Tasks tasks) throws IOException {
        this.socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.file = file;
        this.tasks = tasks;
    }

    static ControlSocket open(Path file, Tasks tasks) throws IOException {
        Files.deleteIfExists(file);
        ControlSocket control = new ControlSocket(file, tasks);
        AccessFile.createPrivate(file);
        Files.write(file, List.of(String.valueOf(control.socket.getLocalPort()), control.secret));
        Thread.ofPlatform().daemon().name("hubmark-control").start(control::listen);
        return control;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofPlatform().daemon().name("hubmark-control-task").start(() -> serve(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("a command could not be heard", e);
                }
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted) {
            client.setSoTimeout(ASKING_MS);
            String answer = answer(line(client));
            Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
            out.write(answer + "\n");
            out.flush();
        } catch (IOException e) {
            LOG.info("a command went away", e);
        }
    }

    private static String line(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < LONGEST; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private String answer(String line) {
        JsonObject answer = new JsonObject();
        try {
            ControlRequest request = GSON.fromJson(line, ControlRequest.class);
            if (request == null || request.task() == null || !isKnown(request.secret())) {
                throw new StoreException(Kind.REFUSED, "refused");
            }
            answer.add("done", GSON.toJsonTree(tasks.perform(request)));
        } catch (StoreException e) {
            LOG.info("not done: {}", e.getMessage(), e.getCause());
            answer.addProperty("kind", e.kind().name());
            answer.addProperty("message", e.getMessage());
        } catch (JsonParseException e) {
            LOG.info("not understood", e);
            answer.addProperty("kind", Kind.REFUSED.name());
            answer.addProperty("message", "not understood");
        } catch (RuntimeException e) {
            LOG.error("a command failed", e);
            answer.addProperty("kind", Kind.OTHER.name());
            answer.addProperty("message", String.valueOf(e.getMessage()));
        }
        return GSON.toJson(answer);
    }

    private boolean isKnown(String said) {
        return said != null && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Asks the server whose control file this is.
     *
     * @return null if no server answers
     */
    static JsonElement ask(Path file, ControlRequest request) throws IOException, StoreException {
        if (!Files.exists(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(lines.getFirst()))) {
            Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            out.write(GSON.toJson(request.with(lines.getLast())) + "\n");
            out.flush();
            String answer = line(socket);
            if (answer.isEmpty()) {
                return null;
            }
            JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
            if (json.has("message")) {
                throw new StoreException(Kind.valueOf(json.get("kind").getAsString()), json.get("message").getAsString());
            }
            return json.get("done");
        } catch (java.net.ConnectException e) {
            LOG.debug("the server of {} has gone without removing it", file, e);
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        Files.deleteIfExists(file);
    }
}
