package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.GRENOBLE;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.core.session.SampleProject.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deletion that does not know of something added meanwhile: the store has the one, and refuses the other. */
@ExtendWith(NoErrorsLogged.class)
class LocalStateTest {

    private static final ObjectState FACT = object(Ids.ofKey("test.fact"), "Fact", TSUKUBA, "facts", 0, Map.of());

    private LiveModel model;
    private LocalState local;
    private ChangeSet deletion;

    @BeforeEach
    void aHubIsDeletedThoughItHasAFact() throws Exception {
        model = new LiveModel(new SampleProject().model());
        local = new LocalState(1, List.of(model));
        Change delete = new Change.Delete(model.state(TSUKUBA));
        ChangeSet addition = set(new Change.Create(FACT));
        local.add(addition);
        deletion = set(delete);
        local.add(deletion);
        local.acknowledge(addition.id(), 2);
    }

    @Test
    void whatWasDeletedOutOfADeletedContainerComesBack() {
        ChangeSet also = set(new Change.Delete(FACT));
        local.add(also);

        local.drop(List.of(deletion, also));

        assertStandsIn(TSUKUBA);
    }

    @Test
    void whatWasMovedOutOfADeletedContainerComesBack() {
        ChangeSet also = set(new Change.Move(FACT.id(), FACT.placement(),
                new Placement(GRENOBLE, "facts", OrderKeys.nth(0))));
        local.add(also);

        local.drop(List.of(deletion, also));

        assertStandsIn(TSUKUBA);
    }

    private void assertStandsIn(UUID container) {
        assertEquals(FACT, model.state(FACT.id()));
        assertEquals(model.find(container), model.find(FACT.id()).eContainer());
    }

    private static ChangeSet set(Change change) {
        return new ChangeSet(Ids.next(), PROJECT, Ids.next(), 1, "step", null, List.of(change));
    }
}
