package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

import org.hubmark.core.store.Role;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Makes, changes and removes the accounts of an H2 database and the members that have them. H2 commits before and after
 * each statement about accounts; what goes wrong in between leaves an account that is no member and may do nothing.
 */
final class H2Accounts {

    private static final String RESERVED = "HUBMARK_";

    private final Statements statements;

    H2Accounts(Statements statements) {
        this.statements = statements;
    }

    /** Does what a {@link MemberRequest} says; null, or the answer that says why not. */
    String run(String asking, String request) throws SQLException {
        try {
            JsonObject json = JsonParser.parseString(request).getAsJsonObject();
            String kind = json.keySet().iterator().next();
            JsonObject what = json.getAsJsonObject(kind);
            String account = text(what, "account").toUpperCase(Locale.ENGLISH);
            if (!kind.equals("password") || !account.equals(asking)) {
                MemberRow.of(statements, asking, null, Role.ADMINISTRATOR);
            }
            perform(kind, account, what);
            return null;
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
            return Answers.refused(new RefusedException(Refusal.MALFORMED, e.getMessage()));
        } catch (RefusedException e) {
            return Answers.refused(e);
        }
    }

    /** Makes the first member of a new database, whom nobody could ask for permission. */
    void createFirst(String account, String name, String password) throws SQLException, RefusedException {
        create(account.toUpperCase(Locale.ENGLISH), name, Role.ADMINISTRATOR, longEnough(password));
    }

    private void perform(String kind, String account, JsonObject what) throws SQLException, RefusedException {
        switch (kind) {
            case "create" -> create(account, text(what, "name"), role(what), password(what));
            case "change" -> change(account, text(what, "name"), role(what));
            case "password" -> {
                known(account);
                String password = password(what);
                execute("alter user " + quoted(account) + " set password " + literal(password));
            }
            case "remove" -> remove(account);
            default -> throw new RefusedException(Refusal.MALFORMED, kind);
        }
    }

    private void create(String account, String name, Role role, String password) throws SQLException, RefusedException {
        if (!account.matches("\\p{L}[\\p{L}\\p{N}_.-]{0,59}") || account.startsWith(RESERVED) || name.isBlank()) {
            throw new RefusedException(Refusal.ACCOUNT_NAME, account);
        }
        if (role(account) != null) {
            throw new RefusedException(Refusal.ACCOUNT_USED, account);
        }
        // one without a member was left by a creation that broke off
        execute("drop user if exists " + quoted(account));
        execute("create user " + quoted(account) + " password " + literal(password));
        execute("grant hubmark_member to " + quoted(account));
        statements.of("insert into member (account, project, name, role) values (?, null, ?, ?)", account, name,
                role.word()).executeUpdate();
    }

    private void change(String account, String name, Role role) throws SQLException, RefusedException {
        Role before = known(account);
        if (before == Role.ADMINISTRATOR && role != Role.ADMINISTRATOR) {
            checkNotLast(account);
        }
        statements.of("update member set name = ?, role = ? where account = ? and project is null", name, role.word(),
                account).executeUpdate();
    }

    private void remove(String account) throws SQLException, RefusedException {
        if (known(account) == Role.ADMINISTRATOR) {
            checkNotLast(account);
        }
        statements.of("delete from member where account = ?", account).executeUpdate();
        Blockers.sendAway(statements, account);
        execute("drop user if exists " + quoted(account));
        QueryAccount.changePassword(statements.connection());
    }

    private void checkNotLast(String account) throws SQLException, RefusedException {
        try (ResultSet row = statements.of("""
                select count(*) from member where role = 'administrator' and project is null and account <> ?""",
                account).executeQuery()) {
            row.next();
            if (row.getInt(1) == 0) {
                throw new RefusedException(Refusal.LAST_ADMINISTRATOR, account);
            }
        }
    }

    private Role known(String account) throws SQLException, RefusedException {
        Role role = role(account);
        if (role == null) {
            throw new RefusedException(Refusal.MEMBER_UNKNOWN, account);
        }
        return role;
    }

    /** Null if there is no such member. */
    private Role role(String account) throws SQLException {
        try (ResultSet row = statements.of("select role from member where account = ? and project is null", account)
                .executeQuery()) {
            return row.next() ? Role.of(row.getString(1)) : null;
        }
    }

    private void execute(String sql) throws SQLException {
        Connection connection = statements.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Role role(JsonObject what) {
        return Role.of(text(what, "role"));
    }

    private static String password(JsonObject what) throws RefusedException {
        return longEnough(text(what, "password"));
    }

    private static String longEnough(String password) throws RefusedException {
        Passwords.checkLength(password.length());
        return password;
    }

    private static String text(JsonObject what, String name) {
        if (!what.has(name)) {
            throw new IllegalArgumentException(name);
        }
        return what.get(name).getAsString();
    }

    private static String quoted(String account) {
        return '"' + account.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
