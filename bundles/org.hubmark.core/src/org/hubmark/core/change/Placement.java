package org.hubmark.core.change;

import java.util.Objects;
import java.util.UUID;

/**
 * Where an object stands: in which feature of which container, and in what order there. Objects of one feature are
 * sorted by {@code order} (plain comparison of characters), then by id; see {@link OrderKeys}.
 */
public record Placement(UUID container, String feature, String order) {

    public Placement {
        Objects.requireNonNull(container);
        Objects.requireNonNull(feature);
        Objects.requireNonNull(order);
    }
}
