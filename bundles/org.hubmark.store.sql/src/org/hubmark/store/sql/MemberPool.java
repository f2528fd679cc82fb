package org.hubmark.store.sql;

import java.time.Duration;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The connections of a member that are kept for the next piece of work; the same for each kind of database. */
final class MemberPool {

    private static final int SIZE = 6;

    private MemberPool() {
    }

    /**
     * An open pool, also when there is no connection to be had: whoever asks for one hears why.
     *
     * @param patience how long to try for a connection
     */
    static HikariDataSource open(DataSource source, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("hubmark");
        config.setDataSource(source);
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(patience.toMillis());
        config.setExceptionOverride(new GoneConnections());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
