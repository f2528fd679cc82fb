package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A team at one server through a bad line: clients are killed, connections cut, the server killed and stopped. */
@ExtendWith(NoErrorsLogged.class)
@EnabledIfSystemProperty(named = "hubmark.long", matches = "true", disabledReason = "a long run: releng/check --long")
class ServerChaosTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    @TempDir
    private Path folder;
    private Path base;
    private ServingProcess.Child server;
    private int mishaps;

    @Test
    void aTeamLosesNothingWhateverHappensToClientsLinesAndServer() throws Exception {
        base = Files.createDirectory(folder.toRealPath().resolve("base"));
        new SqlTeamServers().create(base, "hubs", new Member("grace", "Grace", Role.ADMINISTRATOR),
                TestServer.PASSWORD.toCharArray(), NONE);
        server = ServingProcess.start(folder, base, 0);
        try (CuttingProxy line = new CuttingProxy(server.port())) {
            StoreLocation.Server place = new StoreLocation.Server(new ServerAddress(ServerAddress.Kind.HUBMARK,
                    List.of(new Endpoint("localhost", line.port())), "hubs"), server.fingerprint(), "grace",
                    TestServer.PASSWORD.toCharArray());
            Sample sample = new Sample();
            try (AnnotationStore store = new SqlStoreService().open(place, NONE)) {
                assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.start(), NONE));
            }
            new Chaos(folder, ChaosPlace.of(place), sample.project).run(Chaos.Size.of(16, 60, 16, 8),
                    report -> happen(line, report));
        } finally {
            server.close();
        }
    }

    /** The lines are cut, the server is killed, the lines are cut, the server is stopped in order. */
    private void happen(CuttingProxy line, ChaosReport report) throws Exception {
        switch (mishaps++ % 4) {
            case 1 -> {
                server.process().kill();
                server = ServingProcess.start(folder, base, server.port());
                report.happened("server killed and restarted");
            }
            case 3 -> {
                server.process().end();
                server = ServingProcess.start(folder, base, server.port());
                report.happened("server stopped and restarted");
            }
            default -> {
                report.happened("times all lines were cut");
                report.happened("connections cut", line.cut());
            }
        }
    }
}
