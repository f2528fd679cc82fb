package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import com.google.gson.JsonObject;

/** Sets up databases of PostgreSQL: three roles for the whole server, and in each database the schema with its door. */
public final class PostgresSetup implements ServerSetup {

    /** Every server has it; databases are made from there. */
    private static final String MAINTENANCE = "postgres";
    /** What the functions of the database throw when they refuse something: see V3__door.sql. */
    private static final String REFUSED = "HM001";
    private static final List<String> ROLES = List.of(
            "create role " + PostgresDatabase.OWNER + " nologin createrole",
            "create role " + PostgresDatabase.MEMBER + " nologin",
            "create role " + PostgresDatabase.QUERY + " nologin",
            "grant " + PostgresDatabase.QUERY + " to " + PostgresDatabase.MEMBER,
            "grant " + PostgresDatabase.MEMBER + " to " + PostgresDatabase.OWNER + " with admin option");
    /**
     * Every account of the server may make large objects, and make tables in the schema public of older versions.
     * Compiling queries to machine code takes longer than they do.
     */
    private static final List<String> RIGHTS = List.of(
            "revoke all on database %1$s from public",
            "revoke all on schema public from public",
            "alter database %1$s set search_path = " + PostgresDatabase.SCHEMA,
            "alter database %1$s set jit = off");
    private static final String LARGE_OBJECTS = """
            revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea), lo_put(oid, bigint, bytea)
            from public""";

    private final Schema schema;
    private final PostgresTls tls;
    private final Messages messages = Messages.of(PostgresSetup.class);

    /** As a service; TLS is as for clients. */
    public PostgresSetup() {
        this(Schema.POSTGRESQL, PostgresTls.PROCESS);
    }

    PostgresSetup(Schema schema, PostgresTls tls) {
        this.schema = schema;
        this.tls = tls;
    }

    @Override
    public Outcome setUp(Request request, IProgressMonitor monitor) throws StoreException {
        Access.checkCanceled(monitor);
        if (tls != PostgresTls.PROCESS) {
            return setUpTrusted(request, monitor);
        }
        try (ServerTrust trust = ServerTrust.in(request.server())) {
            return setUpTrusted(request, monitor);
        }
    }

    private Outcome setUpTrusted(Request request, IProgressMonitor monitor) throws StoreException {
        PostgresSource target = PostgresSource.of(request.server(), tls);
        String place = request.server().address().toString();
        try {
            makeDatabase(target);
            Access.checkCanceled(monitor);
            try (Connection connection = target.connect()) {
                int before = schema.version(connection);
                Path backup = bringUpToDate(connection, before, target, request.backups());
                makeAdministrator(connection, request);
                return new Outcome(before, schema.newest(), backup);
            }
        } catch (SQLException e) {
            throw Failures.of(e, place);
        }
    }

    private void makeDatabase(PostgresSource target) throws SQLException, StoreException {
        String name = target.address().database();
        try (Connection connection = target.at(MAINTENANCE).connect()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", PostgresDatabase.OWNER)) {
                makeRoles(connection);
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                run(connection, "create database " + quoted(name) + " owner " + PostgresDatabase.OWNER
                        + " encoding 'UTF8' template template0");
            } else if (!exists(connection, """
                    select 1 from pg_database where datname = ? and datdba = 'hubmark_owner'::regrole
                    and encoding = pg_char_to_encoding('UTF8')""", name)) {
                throw new StoreException(Kind.REFUSED, messages.get("error.database.other", name));
            }
        }
    }

    /** All of them or none. Somebody who is no superuser has to belong to a role to give it anything. */
    private static void makeRoles(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (String role : ROLES) {
            run(connection, role);
        }
        if (!isSuperuser(connection)) {
            run(connection, "grant " + PostgresDatabase.OWNER + " to current_user");
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private Path bringUpToDate(Connection connection, int before, PostgresSource target, Path backups)
            throws SQLException, StoreException {
        String place = target.address().toString();
        if (before > schema.newest()) {
            throw new StoreException(Kind.VERSION, messages.get("error.newer", place, String.valueOf(before),
                    String.valueOf(schema.newest())));
        }
        if (before == schema.newest()) {
            return null;
        }
        if (before == 0) {
            setRights(connection, target.address().database());
        }
        Path backup = before == 0 || backups == null ? null : new PostgresBackup(target).into(backups, before);
        try {
            schema.migrate(target.ownerDataSource());
            return backup;
        } catch (SQLException e) {
            throw new StoreException(Failures.kind(e),
                    messages.get("error.setup", place, Failures.firstLine(e)), e);
        }
    }

    private static void setRights(Connection connection, String database) throws SQLException {
        if (isSuperuser(connection)) {
            run(connection, LARGE_OBJECTS);
        }
        for (String right : RIGHTS) {
            run(connection, right.formatted(quoted(database)));
        }
    }

    private void makeAdministrator(Connection connection, Request request) throws SQLException, StoreException {
        run(connection, "set role " + PostgresDatabase.OWNER);
        run(connection, "set search_path = " + PostgresDatabase.SCHEMA + ", hubmark_door");
        if (exists(connection, "select 1 from member where role = ? and project is null", "administrator")) {
            return;
        }
        Member administrator = request.administrator();
        if (administrator == null) {
            throw new StoreException(Kind.OTHER, messages.get("error.administrator", request.server().address()));
        }
        String account = administrator.account().strip().toLowerCase(Locale.ROOT);
        try {
            if (exists(connection, "select 1 from pg_roles where rolname = ?", account)) {
                exists(connection, "select add_member(?, ?, 'administrator')", account, administrator.name());
            } else {
                exists(connection, "select create_account(?, cast(? as jsonb))", account, details(request));
            }
        } catch (RefusedException e) {
            throw e.forUser();
        } catch (PSQLException e) {
            throw refusal(e);
        }
    }

    private static String details(Request request) throws RefusedException {
        JsonObject details = new JsonObject();
        details.addProperty("name", request.administrator().name());
        details.addProperty("role", "administrator");
        details.addProperty("password", Passwords.verifier(request.password()));
        return details.toString();
    }

    private StoreException refusal(PSQLException e) throws PSQLException {
        ServerErrorMessage why = e.getServerErrorMessage();
        if (why == null || !REFUSED.equals(e.getSQLState())) {
            throw e;
        }
        return new StoreException(Kind.REFUSED,
                Refusal.valueOf(why.getMessage()).message(messages, String.valueOf(why.getDetail())), e);
    }

    private static boolean isSuperuser(Connection connection) throws SQLException {
        return exists(connection, "select 1 from pg_roles where rolname = current_user and rolsuper");
    }

    /** Whether a query has a row. */
    private static boolean exists(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Statements.bind(query, parameters);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
