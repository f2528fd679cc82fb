package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/** Makes databases in the base of a server, each with its first member, who makes the others. */
final class NewDatabase {

    private final ServerFolder folder;
    private final Messages messages = Messages.of(NewDatabase.class);

    NewDatabase(ServerFolder folder) {
        this.folder = folder;
    }

    void make(String name, Member administrator, char[] password) throws StoreException {
        DatabaseFile file = folder.database(name);
        if (Files.exists(file.data())) {
            throw new StoreException(Kind.REFUSED, messages.get("error.database.exists", name));
        }
        try {
            file.make((owner, access) -> first(owner, administrator, password));
        } catch (SQLException e) {
            throw Failures.of(e, name);
        } catch (IOException e) {
            throw Failures.of(e, name);
        }
    }

    private void first(Connection owner, Member administrator, char[] password) throws SQLException, StoreException {
        try {
            new H2Accounts(new Statements(owner)).createFirst(administrator.account(), administrator.name(),
                    new String(password));
        } catch (RefusedException e) {
            throw e.forUser();
        }
    }
}
