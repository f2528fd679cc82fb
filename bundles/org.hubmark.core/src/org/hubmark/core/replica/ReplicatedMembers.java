package org.hubmark.core.replica;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.StoreException;

/** Who the members are, also while the server is away: as it was told last. They are changed at the server only. */
record ReplicatedMembers(ServerLine line, Replication replication) implements Members {

    /** Something to do with the members at the server. */
    private interface Work<T> {
        T with(Members members) throws StoreException;
    }

    @Override
    public List<Member> all(IProgressMonitor monitor) throws StoreException {
        if (isAway()) {
            return note().members();
        }
        List<Member> all = there(members -> members.all(monitor));
        replication.learn(note -> note.withMembers(all));
        return all;
    }

    @Override
    public Member own(IProgressMonitor monitor) throws StoreException {
        if (isAway()) {
            return note().own();
        }
        Member own = there(members -> members.own(monitor));
        replication.learn(note -> note.withOwn(own));
        return own;
    }

    private boolean isAway() {
        return line.server() == null;
    }

    private ReplicaNote note() throws StoreException {
        ReplicaNote note = replication.note();
        if (note == null) {
            throw line.away();
        }
        return note;
    }

    private <T> T there(Work<T> work) throws StoreException {
        AnnotationStore server = line.server();
        if (server == null) {
            throw line.away();
        }
        try {
            return work.with(server.members());
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.OFFLINE) {
                line.lost(e);
            }
            throw e;
        }
    }

    @Override
    public void create(Member member, char[] password, IProgressMonitor monitor) throws StoreException {
        there(members -> {
            members.create(member, password, monitor);
            return null;
        });
    }

    @Override
    public void change(Member member, IProgressMonitor monitor) throws StoreException {
        there(members -> {
            members.change(member, monitor);
            return null;
        });
    }

    @Override
    public void changePassword(String account, char[] password, IProgressMonitor monitor) throws StoreException {
        there(members -> {
            members.changePassword(account, password, monitor);
            return null;
        });
    }

    @Override
    public void remove(String account, IProgressMonitor monitor) throws StoreException {
        there(members -> {
            members.remove(account, monitor);
            return null;
        });
    }
}
