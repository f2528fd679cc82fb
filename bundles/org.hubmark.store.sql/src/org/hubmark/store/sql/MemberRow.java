package org.hubmark.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.hubmark.core.store.Role;

/** What the door knows of somebody who asks it for something. */
record MemberRow(String name, Role role) {

    private static final String MEMBER = """
            select name, role from member where account = ? and (project = ? or project is null)
            order by case when project is null then 1 else 0 end""";

    /**
     * The member with an account.
     *
     * @param project whose role counts before that for the whole database; null for the latter
     * @throws RefusedException if it is no member, or its role is less than what is needed
     */
    static MemberRow of(Statements statements, String account, UUID project, Role needed)
            throws SQLException, RefusedException {
        try (ResultSet row = statements.of(MEMBER, account, project).executeQuery()) {
            if (!row.next()) {
                throw new RefusedException(Refusal.MEMBER_UNKNOWN, account);
            }
            MemberRow member = new MemberRow(row.getString(1), Role.of(row.getString(2)));
            if (!member.role.atLeast(needed)) {
                throw new RefusedException(needed == Role.ADMINISTRATOR ? Refusal.ADMINISTRATORS : Refusal.ROLE,
                        member.name);
            }
            return member;
        }
    }
}
