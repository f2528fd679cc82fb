package org.hubmark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class LossesTest {

    private static final UUID HUB = Ids.ofKey("test.hub");

    @Test
    void theQuestionKnowsWhatGoesAlong() {
        List<Change> deletion = List.of(delete("Evidence"), delete("Evidence"),
                new Change.Remove(Ids.ofKey("test.mechanism"), "hubs", Value.ref(HUB)),
                new Change.Put(Ids.ofKey("test.relation"), "target", Value.ref(HUB), null), delete("Passage"),
                delete("Fact"), delete("Hub"));
        assertEquals(new Losses(1, 2, 2, 2), Losses.of(deletion));
    }

    private static Change delete(String type) {
        Placement placement = new Placement(HUB, "any", OrderKeys.nth(0));
        return new Change.Delete(new ObjectState(Ids.next(), type, placement, Map.of(), Map.of()));
    }
}
