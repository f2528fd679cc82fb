package org.hubmark.core.command;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/** How a project begins. */
public final class ProjectCommands {

    private ProjectCommands() {
    }

    /** The first changes of a project: itself, an empty codebook, an empty hub model. To be committed to the store. */
    public static List<Change> create(UUID project, String name) {
        return List.of(
                new Change.Create(
                        new ObjectState(project, "Project", null, Map.of("name", Value.of(name)), Map.of())),
                part(project, "Codebook", "codebook"), part(project, "HubModel", "hubModel"));
    }

    private static Change part(UUID project, String type, String feature) {
        return new Change.Create(new ObjectState(Ids.named(project, feature), type,
                new Placement(project, feature, OrderKeys.nth(0)), Map.of(), Map.of()));
    }
}
