package org.hubmark.core.store;

import org.hubmark.testing.FakeStore;
import org.hubmark.testing.ReadContract;

/** The fake store keeps the contract of the real ones, but for queries, which it does not answer. */
class FakeStoreTest extends ReadContract {

    private final FakeStore database = new FakeStore();

    @Override
    protected AnnotationStore open() {
        return database.connect("ada");
    }

    @Override
    protected AnnotationStore openAs(String account, String role) throws StoreException {
        FakeStore other = database.connect(account);
        database.members().change(new Member(account, account, Role.of(role)), NONE);
        return other;
    }
}
