package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A team on PostgreSQL through bad lines and TLS: clients are killed, connections cut, the primary dies, the standby takes over. */
@ExtendWith(NoErrorsLogged.class)
@EnabledIfSystemProperty(named = "hubmark.long", matches = "true", disabledReason = "a long run: releng/check --long")
class PostgresChaosTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    @TempDir
    private Path folder;
    private int mishaps;

    @Test
    void aTeamLosesNothingWhenTheStandbyTakesOver() throws Exception {
        for (String program : List.of("pg_basebackup", "openssl")) {
            Assumptions.assumeTrue(PostgresPrograms.find(program).isPresent(),
                    "there is no " + program + " here: the test of a team on PostgreSQL is skipped");
        }
        try (PostgresProcess primary = PostgresProcess.make()) {
            primary.certify();
            primary.start("ssl=on");
            new PostgresSetup(Schema.POSTGRESQL, PostgresTls.NONE)
                    .setUp(PostgresServer.request(primary.address("hubs")), NONE);
            try (PostgresProcess standby = primary.standby("standby")) {
                standby.start("hot_standby=on", "ssl=on");
                PostgresFailoverTest.replicate(primary);
                work(primary, standby);
            }
        }
    }

    private void work(PostgresProcess primary, PostgresProcess standby) throws Exception {
        try (CuttingProxy first = new CuttingProxy(primary.endpoint().port());
                CuttingProxy second = new CuttingProxy(standby.endpoint().port())) {
            ServerAddress both = new ServerAddress(ServerAddress.Kind.POSTGRESQL,
                    List.of(new Endpoint("127.0.0.1", first.port()), new Endpoint("127.0.0.1", second.port())), "hubs");
            StoreLocation.Server place = new StoreLocation.Server(both, new SqlStoreService().fingerprint(both, NONE),
                    PostgresServer.ADMINISTRATOR.account(), PostgresServer.PASSWORD.toCharArray());
            Sample sample = new Sample();
            try (AnnotationStore store = new SqlStoreService().open(place, NONE)) {
                assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.start(), NONE));
            }
            new Chaos(folder, ChaosPlace.of(place), sample.project).run(Chaos.Size.of(16, 60, 16, 6), report -> {
                if (++mishaps == 2) {
                    primary.kill();
                    standby.promote();
                    report.happened("fail-overs");
                } else {
                    report.happened("times all lines were cut");
                    report.happened("connections cut", first.cut() + second.cut());
                }
            });
        }
    }
}
