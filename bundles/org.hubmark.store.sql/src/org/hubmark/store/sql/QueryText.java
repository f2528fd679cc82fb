package org.hubmark.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/**
 * A query as an analyst writes it, looked through before it runs: one SELECT (or WITH … SELECT), nothing that writes,
 * locks or calls the functions of the store; its named parameters turned into places. That it reads nothing but the
 * documented views is up to the rights of the account it runs with; only the catalogue is refused here.
 *
 * @param sql with a question mark for each parameter
 * @param values what goes there, in this order
 */
record QueryText(String sql, List<Object> values) {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)\
            |(?<text>'(?:[^']|'')*')\
            |(?<name>"(?:[^"]|"")*"|[\\p{L}_][\\p{L}\\p{N}_]*)\
            |(?<cast>::)|:(?<parameter>[\\p{L}_][\\p{L}\\p{N}_]*)\
            |(?<end>;)|(?<place>[?@$])|(?<other>.)""", Pattern.DOTALL);
    private static final Set<String> FORBIDDEN = Set.of("insert", "update", "delete", "merge", "truncate", "create",
            "alter", "drop", "grant", "revoke", "call", "execute", "set", "into", "commit", "rollback", "script",
            "backup", "runscript", "shutdown", "commit_change_set", "commit_change_sets", "stand_in_line",
            "stand_together_in_line", "confirm_on_standby", "keep_text", "wait_for_revision", "wake_waiting",
            "information_schema", "pg_catalog", "memory_used", "memory_free", "database_path");

    /** @throws StoreException if it may not run, or a parameter has no value */
    static QueryText of(String select, UUID project, Map<String, String> parameters) throws StoreException {
        return new Reader(Messages.of(QueryText.class), project, parameters).read(select);
    }

    private static final class Reader {
        private final Messages messages;
        private final UUID project;
        private final Map<String, String> parameters;
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();
        private String firstName;
        private boolean ended;

        private Reader(Messages messages, UUID project, Map<String, String> parameters) {
            this.messages = messages;
            this.project = project;
            this.parameters = parameters;
        }

        private QueryText read(String select) throws StoreException {
            Matcher token = TOKEN.matcher(select);
            while (token.find()) {
                take(token);
            }
            if (!"select".equals(firstName) && !"with".equals(firstName)) {
                throw refused(messages.get("query.select"));
            }
            return new QueryText(sql.toString(), values);
        }

        private void take(Matcher token) throws StoreException {
            if (token.group("space") != null) {
                sql.append(' ');
                return;
            }
            if (ended) {
                throw refused(messages.get("query.one"));
            }
            if (token.group("end") != null) {
                ended = true;
            } else if (token.group("place") != null) {
                throw refused(messages.get("query.sign", token.group()));
            } else if (token.group("parameter") != null) {
                sql.append('?');
                values.add(value(token.group("parameter")));
            } else {
                if (token.group("name") != null) {
                    name(token.group());
                }
                sql.append(token.group());
            }
        }

        private void name(String token) throws StoreException {
            String name = token.replace("\"", "").toLowerCase(Locale.ROOT);
            if (FORBIDDEN.contains(name)) {
                throw refused(messages.get("query.word", name));
            }
            if (firstName == null) {
                firstName = name;
            }
        }

        private Object value(String name) throws StoreException {
            if (name.equals("project")) {
                return project;
            }
            String value = parameters.get(name);
            if (value == null) {
                throw refused(messages.get("query.parameter", name));
            }
            return value;
        }

        private static StoreException refused(String message) {
            return new StoreException(Kind.QUERY, message);
        }
    }
}
