package org.hubmark.core.session;

import org.hubmark.core.store.AnnotationStore;
import org.hubmark.testing.ConflictScenarios;
import org.hubmark.testing.FakeStore;

/** The table of what two people can do at the same time, in memory. */
class ConflictScenariosTest extends ConflictScenarios {

    private final FakeStore database = new FakeStore();

    @Override
    protected AnnotationStore open(String member) {
        return database.connect(member);
    }
}
