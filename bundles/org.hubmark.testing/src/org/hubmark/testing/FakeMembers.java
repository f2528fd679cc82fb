package org.hubmark.testing;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;

/** The members of a fake database, which has no passwords. */
record FakeMembers(FakeDatabase database, String account) implements Members {

    @Override
    public List<Member> all(IProgressMonitor monitor) {
        return database.members();
    }

    @Override
    public Member own(IProgressMonitor monitor) {
        return database.member(account);
    }

    @Override
    public void create(Member member, char[] password, IProgressMonitor monitor) throws StoreException {
        checkAdministrator();
        database.put(member);
    }

    @Override
    public void change(Member member, IProgressMonitor monitor) throws StoreException {
        checkAdministrator();
        database.put(member);
    }

    @Override
    public void changePassword(String changed, char[] password, IProgressMonitor monitor) throws StoreException {
        if (!changed.equals(account)) {
            checkAdministrator();
        }
    }

    @Override
    public void remove(String removed, IProgressMonitor monitor) throws StoreException {
        checkAdministrator();
        database.remove(removed);
    }

    private void checkAdministrator() throws StoreException {
        if (database.member(account).role() != Role.ADMINISTRATOR) {
            throw new StoreException(StoreException.Kind.REFUSED, "Only administrators may do this.");
        }
    }
}
