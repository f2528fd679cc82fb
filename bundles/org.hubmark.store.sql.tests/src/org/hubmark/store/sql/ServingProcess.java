package org.hubmark.store.sql;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.server.RunningServer;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.server.ServerStatus;
import org.hubmark.testing.ChildProcess;

/** A process that serves a base until its input ends. Says at which port, and with which certificate. */
final class ServingProcess {

    private static final String SERVING = "serving ";

    /** A server in a process of its own. */
    record Child(ChildProcess process, int port, String fingerprint) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            process.close();
        }
    }

    private ServingProcess() {
    }

    static Child start(Path scratch, Path base, int port) throws Exception {
        ChildProcess process = ChildProcess.start(scratch, ServingProcess.class, WritingProcess.needed(), base.toString(),
                String.valueOf(port));
        String[] words = process.line(SERVING).split(" ");
        return new Child(process, Integer.parseInt(words[1]), words[2]);
    }

    public static void main(String[] arguments) throws Exception {
        ServerSettings settings = new ServerSettings(Path.of(arguments[0]), null, Integer.parseInt(arguments[1]),
                TestServer.MOST, Duration.ZERO, 1);
        try (RunningServer server = new SqlTeamServers().start(settings, new NullProgressMonitor());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            ServerStatus status = server.status();
            System.out.println(SERVING + status.port() + " " + status.fingerprint());
            while (in.readLine() != null) {
                Thread.onSpinWait();
            }
        }
    }
}
