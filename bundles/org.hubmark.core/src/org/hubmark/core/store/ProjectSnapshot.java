package org.hubmark.core.store;

import java.util.List;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;

/**
 * The model and the codebook of a project at one revision.
 *
 * @param objects all living objects that are not records, containers before what they contain
 */
public record ProjectSnapshot(UUID project, long revision, List<ObjectState> objects) {
}
