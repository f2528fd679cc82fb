package org.hubmark.core.store;

import static org.junit.jupiter.api.Assumptions.abort;

import org.hubmark.testing.FakeStore;
import org.hubmark.testing.ReadContract;

/** The fake store keeps the contract of the real ones, but for roles and queries, which it does not have. */
class FakeStoreTest extends ReadContract {

    private final FakeStore database = new FakeStore();

    @Override
    protected AnnotationStore open() {
        return database.connect("ada");
    }

    @Override
    protected AnnotationStore openAs(String account, String role) {
        return abort("the fake store has no roles");
    }
}
