package org.hubmark.testing;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.CommitResult.Reason;
import org.hubmark.core.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the parts of {@link StoreContract} share: a store with a sample project in it. */
@ExtendWith(NoErrorsLogged.class)
abstract class StoreSupport {

    protected static final IProgressMonitor NONE = new NullProgressMonitor();

    protected final Sample sample = new Sample();
    protected AnnotationStore store;

    /** Opens the database of this test, which is made at the first call; each call gives another store on it. */
    protected abstract AnnotationStore open() throws StoreException;

    /** Opens it with another account, which gets this role for the whole database. */
    protected abstract AnnotationStore openAs(String account, String role) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        accepted(sample.start());
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
    }

    protected void reopen() throws Exception {
        store.close();
        store = open();
    }

    protected long accepted(ChangeSet changes) throws Exception {
        return accepted(store, changes);
    }

    protected static long accepted(AnnotationStore by, ChangeSet changes) throws Exception {
        return assertInstanceOf(CommitResult.Accepted.class, by.commit(changes, NONE)).revision();
    }

    /** Commits changes based on the newest revision. */
    protected long accepted(Change... changes) throws Exception {
        return accepted(sample.set(newest(), changes));
    }

    protected Reason refused(Change... changes) throws Exception {
        return assertInstanceOf(CommitResult.Refused.class, store.commit(sample.set(newest(), changes), NONE)).reason();
    }

    protected CommitResult.Conflict conflict(ChangeSet changes) throws Exception {
        return assertInstanceOf(CommitResult.Conflict.class, store.commit(changes, NONE));
    }

    protected long newest() throws Exception {
        return store.open(sample.project, OptionalLong.empty(), NONE).revision();
    }

    protected Map<UUID, ObjectState> objects() throws Exception {
        return objects(OptionalLong.empty());
    }

    protected Map<UUID, ObjectState> objects(OptionalLong revision) throws Exception {
        return byId(store.open(sample.project, revision, NONE).objects());
    }

    protected static Map<UUID, ObjectState> byId(List<ObjectState> states) {
        Map<UUID, ObjectState> byId = new TreeMap<>();
        states.forEach(state -> byId.put(state.id(), state));
        return byId;
    }
}
