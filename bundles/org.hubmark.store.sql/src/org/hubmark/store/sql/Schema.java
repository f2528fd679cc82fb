package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The version of the tables of a database, and how it is raised. */
final class Schema {

    private static final Pattern LISTAGG = Pattern
            .compile("listagg\\(([^()]+), ('[^']*')\\) within group \\(order by ([^()]+)\\)");

    static final Schema H2 = new Schema(new Migrations("h2", List.of("V1__tables.sql", "V2__views.sql", "V3__team.sql",
            "V4__server.sql", "V5__journal.sql", "V6__comments.sql", "V7__former_owners.sql", "V8__several.sql")));

    private static final String HISTORY = "flyway_schema_history";

    static final Schema POSTGRESQL = postgres(List.of("V1__tables.sql", "V2__views.sql", "V3__door.sql", "V4__team.sql",
            "V6__comments.sql", "V7__former_owners.sql", "V8__short_way.sql", "V9__in_line.sql",
            "V10__confirmed.sql", "V11__turns.sql", "V12__several_in_line.sql"));

    private final Migrations migrations;
    private final UnaryOperator<FluentConfiguration> settings;

    Schema(Migrations migrations) {
        this(migrations, UnaryOperator.identity());
    }

    private Schema(Migrations migrations, UnaryOperator<FluentConfiguration> settings) {
        this.migrations = migrations;
        this.settings = settings;
    }

    /** The schema of PostgreSQL as these scripts make it; to be raised in the role of its owner. */
    static Schema postgres(List<String> scripts) {
        Migrations migrations = new Migrations("postgresql", scripts,
                sql -> LISTAGG.matcher(sql).replaceAll("string_agg($1, $2 order by $3)"));
        return new Schema(migrations, settings -> settings.defaultSchema(PostgresDatabase.SCHEMA));
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
            settings.apply(Flyway.configure(Flyway.class.getClassLoader()).dataSource(owner)
                    .resourceProvider(migrations).locations(new String[0])).load().migrate();
        } catch (FlywayException e) {
            throw new SQLException(Failures.firstLine(e), e);
        }
    }
}
