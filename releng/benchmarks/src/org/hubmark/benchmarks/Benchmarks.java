package org.hubmark.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Ids;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.store.sql.PostgresSetup;
import org.hubmark.store.sql.SqlTeamServers;

/**
 * Runs the benchmarks and prints a table of Markdown for each. Arguments: seconds,
 * folder, and port and fingerprint of a PostgreSQL server if there is one.
 */
final class Benchmarks {

    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final Member ADMINISTRATOR = new Member("grace", "Grace", Role.ADMINISTRATOR);

    private Benchmarks() {
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + "\n");
        try (OtherProcess server = OtherProcess.start(Serving.class, base(folder).toString());
                OtherProcess rawServer = OtherProcess.start(RawPlace.Serving.class, folder.toString())) {
            String[] said = server.line().split(" ");
            ServerAddress address = new ServerAddress(ServerAddress.Kind.HUBMARK,
                    List.of(new Endpoint("localhost", Integer.parseInt(said[0]))), "hubs");
            measure("H2 team server, TLS", new StoreLocation.Server(address, said[1], "grace", PASSWORD),
                    RawPlace.h2(Integer.parseInt(rawServer.line())), seconds);
        }
        if (arguments.length > 2) {
            int port = Integer.parseInt(arguments[2]);
            ServerAddress address = new ServerAddress(ServerAddress.Kind.POSTGRESQL,
                    List.of(new Endpoint("127.0.0.1", port)), "hubs");
            StoreLocation.Server superuser = new StoreLocation.Server(address, arguments[3], "postgres",
                    "secret".toCharArray());
            new PostgresSetup().setUp(new ServerSetup.Request(superuser, ADMINISTRATOR, PASSWORD, null),
                    new NullProgressMonitor());
            measure("PostgreSQL, not forced to disk", new StoreLocation.Server(address, arguments[3], "grace", PASSWORD),
                    RawPlace.postgres(port), seconds);
        }
        System.exit(0);
    }

    private static Path base(Path folder) throws Exception {
        Path base = Files.createDirectory(folder.resolve("base"));
        new SqlTeamServers().create(base, "hubs", ADMINISTRATOR, PASSWORD, new NullProgressMonitor());
        return base;
    }

    private static void measure(String title, StoreLocation.Server place, RawPlace raw, int seconds) throws Exception {
        UUID project = Ids.next();
        Work work = new Work(place, project);
        work.makeProject();
        raw.makeTables();
        new Commits(title, work, raw, seconds).run();
        new Visibility(title, work, raw).run();
    }

    /** A team server in a process of its own, until its input ends. */
    static final class Serving {
        private Serving() {
        }

        public static void main(String[] arguments) throws Exception {
            try (var server = new SqlTeamServers().start(new ServerSettings(Path.of(arguments[0]), null, 0, 200,
                    java.time.Duration.ZERO, 1), new NullProgressMonitor())) {
                System.out.println(server.status().port() + " " + server.status().fingerprint());
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
