package org.hubmark.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.MalformedChangeSetException;

/**
 * What the door does with one change set, inside a transaction that its caller commits. Nothing is written before
 * everything is checked, so a refused one leaves no trace in the transaction of a group.
 */
final class ChangeSetCommit {

    private static final String KNOWN = "select number from revision where change_set = ?";
    private static final String MEMBER = """
            select name, role from member where account = ? and (project = ? or project is null)
            order by case when project is null then 1 else 0 end""";
    private static final String LOCK = "select revision from project where id = ? for update";
    private static final String INSERT_PROJECT = "insert into project (id, name, revision) values (?, null, 0)";

    /** @param answer see {@link Answers}; {@code revision} is 0 if nothing was written */
    record Outcome(String answer, UUID project, long revision) {

        private static Outcome unchanged(String answer) {
            return new Outcome(answer, null, 0);
        }
    }

    private final Statements statements;

    ChangeSetCommit(Statements statements) {
        this.statements = statements;
    }

    Outcome run(String account, String payload) throws SQLException {
        try {
            return run(account, ChangeSetCodec.read(payload));
        } catch (MalformedChangeSetException e) {
            return Outcome.unchanged(Answers.refused(new RefusedException(Refusal.MALFORMED, e.getMessage())));
        } catch (RefusedException e) {
            return Outcome.unchanged(Answers.refused(e));
        }
    }

    private Outcome run(String account, ChangeSet changes) throws SQLException, RefusedException {
        long known = knownAs(changes.id());
        if (known > 0) {
            return Outcome.unchanged(Answers.accepted(known));
        }
        String author = author(account, changes.project());
        long newest = lock(changes.project());
        boolean first = newest < 0;
        if (first && !createsProject(changes)) {
            throw new RefusedException(Refusal.PROJECT_MISSING, changes.project());
        }
        Drafts drafts = new Drafts(statements);
        drafts.load(changes);
        Steps steps = new Steps(changes, drafts, new Heads(statements, changes));
        steps.make(newest);
        if (!steps.conflicts().isEmpty()) {
            return Outcome.unchanged(Answers.conflict(steps.conflicts()));
        }
        new EndCheck(changes.project(), drafts, statements).run();
        if (first) {
            statements.of(INSERT_PROJECT, changes.project()).executeUpdate();
        }
        long number = first ? 1 : newest + 1;
        new DraftWriter(statements, changes, number).write(drafts, steps.log(), author);
        return new Outcome(Answers.accepted(number), changes.project(), number);
    }

    private static boolean createsProject(ChangeSet changes) {
        return !changes.changes().isEmpty() && changes.changes().getFirst() instanceof Change.Create create
                && create.object().equals(changes.project()) && create.state().type().equals("Project");
    }

    private long knownAs(UUID changeSet) throws SQLException {
        try (ResultSet row = statements.of(KNOWN, changeSet).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The name of the member, if the role allows to write. */
    private String author(String account, UUID project) throws SQLException, RefusedException {
        try (ResultSet row = statements.of(MEMBER, account, project).executeQuery()) {
            if (!row.next()) {
                throw new RefusedException(Refusal.MEMBER_UNKNOWN, account);
            }
            if (row.getString(2).equals("reader")) {
                throw new RefusedException(Refusal.ROLE, row.getString(1));
            }
            return row.getString(1);
        }
    }

    /** The newest revision of the project, whose row is then locked; or -1 if there is no such project. */
    private long lock(UUID project) throws SQLException {
        try (ResultSet row = statements.of(LOCK, project).executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
