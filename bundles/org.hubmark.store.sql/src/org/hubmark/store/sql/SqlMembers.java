package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;

/** The members of a database, read from its table and changed through its door. */
final class SqlMembers implements Members {

    private static final String ALL = """
            select account, name, role from member where project is null order by name, account""";
    private static final String ONE = """
            select account, name, role from member where project is null and account = ?""";

    private final Access access;

    SqlMembers(Access access) {
        this.access = access;
    }

    @Override
    public List<Member> all(IProgressMonitor monitor) throws StoreException {
        return access.run(monitor, connection -> read(connection, ALL));
    }

    @Override
    public Member own(IProgressMonitor monitor) throws StoreException {
        String account = access.database().account();
        List<Member> found = access.run(monitor, connection -> read(connection, ONE, account));
        if (found.isEmpty()) {
            throw new StoreException(StoreException.Kind.REFUSED,
                    Messages.of(SqlMembers.class).get("refused.member", account));
        }
        return found.getFirst();
    }

    @Override
    public void create(Member member, char[] password, IProgressMonitor monitor) throws StoreException {
        ask(MemberRequest.create(member, secret(password)), monitor);
    }

    @Override
    public void change(Member member, IProgressMonitor monitor) throws StoreException {
        ask(MemberRequest.change(member), monitor);
    }

    @Override
    public void changePassword(String account, char[] password, IProgressMonitor monitor) throws StoreException {
        ask(MemberRequest.password(account, secret(password)), monitor);
    }

    @Override
    public void remove(String account, IProgressMonitor monitor) throws StoreException {
        ask(MemberRequest.remove(account), monitor);
    }

    private String secret(char[] password) throws StoreException {
        try {
            return access.database().secret(password);
        } catch (RefusedException e) {
            throw e.forUser();
        }
    }

    private void ask(String request, IProgressMonitor monitor) throws StoreException {
        Answers.expectNone(access.run(monitor, connection -> access.database().administer(connection, request)));
    }

    private static List<Member> read(Connection connection, String sql, Object... parameters) throws SQLException {
        List<Member> members = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Statements.bind(query, parameters);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    members.add(new Member(row.getString(1), row.getString(2), Role.of(row.getString(3))));
                }
            }
        }
        return members;
    }
}
