package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.zaxxer.hikari.HikariDataSource;

/** What the connections that are kept are worth when a server goes, or is not what it was. */
@ExtendWith(NoErrorsLogged.class)
class PostgresPoolTest {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Test
    void aServerThatGoesWhileItIsOpenedCanNotBeReachedAndNothingWorse() {
        ServerAddress nowhere = new ServerAddress(ServerAddress.Kind.POSTGRESQL, List.of(new Endpoint("127.0.0.1", 1)),
                "hubs");
        try (HikariDataSource pool = pool(nowhere)) {
            assertEquals(Kind.OFFLINE, Failures.kind(assertThrows(SQLException.class, pool::getConnection)));
        }
    }

    @Test
    void aConnectionToWhatIsNoPrimaryAnyMoreIsNotUsedAgain() throws Exception {
        try (HikariDataSource pool = pool(SERVER.address())) {
            int before;
            try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
                before = process(statement);
                statement.execute("set default_transaction_read_only = on");    // as it is on a standby
                assertThrows(SQLException.class, () -> statement.execute(
                        "select announce_presence(gen_random_uuid(), gen_random_uuid(), true, null, null)"));
            }
            try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
                assertNotEquals(before, process(statement));
            }
        }
    }

    private static int process(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static HikariDataSource pool(ServerAddress address) {
        return MemberPool.open(new PostgresSource(address, PostgresTls.NONE, "ada", PostgresServer.PASSWORD.toCharArray())
                .dataSource(), Duration.ofSeconds(5));
    }
}
