package org.hubmark.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.store.Role;

/**
 * What the door does with one change set, inside a transaction that its caller commits. Nothing is written before
 * everything is checked, so a refused one leaves no trace in the transaction of a group.
 */
final class ChangeSetCommit {

    private static final String KNOWN = "select number from revision where change_set = ?";
    private static final String LOCK = "select revision from project where id = ? for update";
    private static final String INSERT_PROJECT = "insert into project (id, name, revision) values (?, null, 0)";

    /**
     * @param answer see {@link Answers}
     * @param revision 0 if nothing was written
     * @param author whom the log names, at {@code when}
     */
    record Outcome(String answer, UUID project, long revision, String author, Instant when) {

        private static Outcome unchanged(String answer) {
            return new Outcome(answer, null, 0, null, null);
        }
    }

    private final Statements statements;

    ChangeSetCommit(Statements statements) {
        this.statements = statements;
    }

    Outcome run(String account, ChangeSet changes) throws SQLException {
        try {
            return decide(account, changes);
        } catch (RefusedException e) {
            return Outcome.unchanged(Answers.refused(e));
        }
    }

    private Outcome decide(String account, ChangeSet changes) throws SQLException, RefusedException {
        long known = knownAs(changes.id());
        if (known > 0) {
            return Outcome.unchanged(Answers.accepted(known));
        }
        String author = MemberRow.of(statements, account, changes.project(), Role.ANALYST).name();
        long newest = lock(changes.project());
        return write(changes, newest, author, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Makes the revision after {@code newest}, which is -1 if there is no such project yet.
     *
     * @param author whom the log will name
     */
    Outcome write(ChangeSet changes, long newest, String author, Instant when) throws SQLException, RefusedException {
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
        new DraftWriter(statements, changes, number).write(drafts, steps.log(), author, when);
        return new Outcome(Answers.accepted(number), changes.project(), number, author, when);
    }

    private static boolean createsProject(ChangeSet changes) {
        return !changes.changes().isEmpty() && changes.changes().getFirst() instanceof Change.Create create
                && create.object().equals(changes.project()) && create.state().type().equals("Project");
    }

    long knownAs(UUID changeSet) throws SQLException {
        try (ResultSet row = statements.of(KNOWN, changeSet).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The newest revision of the project, whose row is then locked; or -1 if there is no such project. */
    long lock(UUID project) throws SQLException {
        try (ResultSet row = statements.of(LOCK, project).executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
