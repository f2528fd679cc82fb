package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The version of the tables of a database, and how it is raised. */
final class Schema {

    static final Schema H2 = new Schema(new Migrations("h2", List.of("V1__tables.sql", "V2__views.sql", "V3__team.sql",
            "V4__comments.sql")));

    private static final String HISTORY = "flyway_schema_history";

    private final Migrations migrations;

    Schema(Migrations migrations) {
        this.migrations = migrations;
    }

    /** The version this program works with. */
    int newest() {
        return migrations.newest();
    }

    /** The version of a database: 0 if it has no tables of ours. Asked without Flyway, which takes a third of a second. */
    int version(Connection connection) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, null, HISTORY, null)) {
            if (!table.next()) {
                return 0;
            }
        }
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(cast(\"version\" as integer)) from \"" + HISTORY
                        + "\" where \"success\" and \"version\" is not null")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Raises the version to the newest. The database has to be saved before: H2 cannot take back half a script. */
    void migrate(DataSource owner) throws SQLException {
        try {
            Flyway.configure(Flyway.class.getClassLoader()).dataSource(owner).resourceProvider(migrations)
                    .locations(new String[0]).load().migrate();
        } catch (FlywayException e) {
            throw new SQLException(Failures.firstLine(e), e);
        }
    }
}
