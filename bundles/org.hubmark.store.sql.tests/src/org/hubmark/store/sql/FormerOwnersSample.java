package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;
import org.hubmark.testing.Sample;

/** A hub that everything has left: a fact was moved, a metric got another subject, a relation was deleted. */
final class FormerOwnersSample {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private FormerOwnersSample() {
    }

    /** Revision 3 makes them, 4 to 6 take them away. */
    static UUID make(AnnotationStore store, Sample sample) throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState other = sample.hub("乙");
        ObjectState fact = sample.fact(hub.id(), "area", "283");
        ObjectState metric = sample.element("Metric", "m", Map.of("subject", Value.ref(hub.id())), Map.of());
        ObjectState relation = sample.element("Relation", "\"target\":{\"ref\":\"", Map.of("source", Value.ref(other.id()),
                "target", Value.ref(hub.id())), Map.of());
        assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.start(), NONE));
        for (List<Change> changes : List.<List<Change>>of(List.of(create(hub), create(other)),
                List.of(create(fact), create(metric), create(relation)),
                List.of(new Change.Move(fact.id(), fact.placement(), new Placement(other.id(), "facts", "V"))),
                List.of(new Change.Put(metric.id(), "subject", Value.ref(hub.id()), Value.ref(other.id()))),
                List.of(new Change.Delete(relation)))) {
            long base = store.projects(NONE).getFirst().revision();
            assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.set(base, changes), NONE));
        }
        return hub.id();
    }

    static void assertFound(AnnotationStore store, Sample sample, UUID hub) throws Exception {
        LogFilter of = new LogFilter(sample.project, 0, null, hub, true, null, null);
        assertEquals(List.of(6L, 5L, 4L, 3L, 2L),
                store.latest(of, NONE).toList().stream().map(Revision::number).toList());
    }
}
