package org.hubmark.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.store.sql.OwnersConnection;
import org.hubmark.store.sql.PostgresSetup;
import org.hubmark.store.sql.SqlTeamServers;

/**
 * Whether a long log makes anything slower: two databases that hold the same, but for the length of the log. Arguments: rows,
 * folder, and port and fingerprint of a PostgreSQL server if there is one.
 */
final class LongLog {

    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final Member ADMINISTRATOR = new Member("grace", "Grace", Role.ADMINISTRATOR);
    private static final List<String> NAMES = List.of("shortlog", "longlog");
    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final long rows;

    private LongLog(long rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        LongLog runs = new LongLog(Long.parseLong(arguments[0]));
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + "\n");
        runs.h2(Path.of(arguments[1]).resolve("base"));
        if (arguments.length > 2) {
            runs.postgres(Integer.parseInt(arguments[2]), arguments[3]);
        }
        System.exit(0);
    }

    private void h2(Path base) throws Exception {
        for (String name : NAMES) {
            new SqlTeamServers().create(base, name, ADMINISTRATOR, PASSWORD, NONE);
        }
        LogProject[] projects = new LogProject[NAMES.size()];
        long newest = 0;
        try (OtherProcess server = OtherProcess.start(Benchmarks.Serving.class, base.toString())) {
            String[] said = server.line().split(" ");
            for (int i = 0; i < projects.length; i++) {
                projects[i] = LogProject.at(place(said, NAMES.get(i)));
                newest = projects[i].make();
            }
            new SqlTeamServers().stop(base, NONE);
        }
        long start = System.nanoTime();
        try (Connection owner = OwnersConnection.open(base, NAMES.get(1))) {
            LogFill.H2.fill(owner, projects[1].work().project(), newest, rows);
        }
        filled("H2", start);
        cold(base, projects);
        try (OtherProcess server = OtherProcess.start(Benchmarks.Serving.class, base.toString())) {
            String[] said = server.line().split(" ");
            new LogTimes("H2 team server, TLS", moved(projects[0], said), moved(projects[1], said), rows).run();
            new SqlTeamServers().stop(base, NONE);
        }
    }

    /** The first one who comes opens the file. */
    private static void cold(Path base, LogProject... projects) throws Exception {
        for (LogProject project : projects) {
            Latencies times = new Latencies();
            for (int round = 0; round < 5; round++) {
                try (var server = new SqlTeamServers().start(new ServerSettings(base, null, 0, 200, Duration.ZERO, 1), NONE)) {
                    String[] said = {String.valueOf(server.status().port()), server.status().fingerprint()};
                    long start = System.nanoTime();
                    moved(project, said).open();
                    times.addAll(List.of(System.nanoTime() - start));
                }
            }
            System.out.printf("%s, first one after the start of the server: %.0f ms (median of 5)%n",
                    project.work().place().address().database(), times.ms(50));
        }
        System.out.println();
    }

    private static LogProject moved(LogProject project, String[] said) {
        return new LogProject(new Work(place(said, project.work().place().address().database()), project.work().project()));
    }

    private static StoreLocation.Server place(String[] said, String database) {
        return new StoreLocation.Server(new ServerAddress(ServerAddress.Kind.HUBMARK,
                List.of(new Endpoint("localhost", Integer.parseInt(said[0]))), database), said[1], "grace", PASSWORD);
    }

    private void postgres(int port, String fingerprint) throws Exception {
        LogProject[] projects = new LogProject[NAMES.size()];
        long newest = 0;
        for (int i = 0; i < projects.length; i++) {
            ServerAddress address = new ServerAddress(ServerAddress.Kind.POSTGRESQL,
                    List.of(new Endpoint("127.0.0.1", port)), NAMES.get(i));
            new PostgresSetup().setUp(new ServerSetup.Request(new StoreLocation.Server(address, fingerprint, "postgres",
                    "secret".toCharArray()), ADMINISTRATOR, PASSWORD, null), NONE);
            projects[i] = LogProject.at(new StoreLocation.Server(address, fingerprint, "grace", PASSWORD));
            newest = projects[i].make();
        }
        long start = System.nanoTime();
        try (Connection connection = superuser(port, NAMES.get(1))) {
            LogFill.POSTGRES.fill(connection, projects[1].work().project(), newest, rows);
        }
        for (String name : NAMES) {
            try (Connection connection = superuser(port, name); Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
        filled("PostgreSQL", start);
        new LogTimes("PostgreSQL, not forced to disk", projects[0], projects[1], rows).run();
    }

    private static Connection superuser(int port, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?sslmode=require&currentSchema=hubmark", "postgres", "secret");
    }

    private void filled(String what, long start) {
        System.out.printf("%s: %,d rows written in %,d s%n", what, rows, (System.nanoTime() - start) / 1_000_000_000);
    }
}
