package org.hubmark.testing;

import static org.hubmark.testing.Sample.create;
import static org.hubmark.testing.Sample.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every store does, on whatever database: the door (in {@link CommitContract}), reading (in {@link ReadContract}),
 * and here what crosses connections and what analysts ask. A database is tested by a class that says how to open it.
 */
public abstract class StoreContract extends ReadContract {

    private static final int PATIENCE_SECONDS = 20;

    @Test
    void aSubscriberHearsOfCommitsByAnyone() throws Exception {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        try (AnnotationStore second = open(); Subscription subscription = store.subscribe(sample.project, heard::add)) {
            long own = accepted(create(sample.hub("甲")));
            assertEquals(own, heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            long other = accepted(second, sample.set(own, create(sample.hub("乙"))));
            assertEquals(other, heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        accepted(create(sample.hub("丙")));
        assertNull(heard.poll());
    }

    @Test
    void aSubscriberOfAnotherProjectHearsNothing() throws Exception {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        Sample elsewhere = new Sample();
        accepted(elsewhere.start());
        try (Subscription subscription = store.subscribe(elsewhere.project, heard::add)) {
            accepted(create(sample.hub("甲")));
            accepted(elsewhere.set(1, create(elsewhere.hub("乙"))));
            assertEquals(2, heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    @Test
    void queriesSeeNamesAndKeys() throws Exception {
        ObjectState hub = sample.hub("新加坡");
        ObjectState metric = sample.element("Metric", "专利收入", Map.of("subject", Value.ref(hub.id()), "measure",
                Value.of("share")), Map.of("hubs", Set.of(Value.ref(hub.id()))));
        ObjectState quantity = new ObjectState(Ids.next(), "Quantity", new Placement(metric.id(), "quantity", "V"),
                Map.of("raw", Value.of("约35%"), "low", Value.of(new BigDecimal("35.0")), "unit", Value.of("%")), Map.of());
        accepted(create(hub), create(metric), create(quantity));

        QueryResult result = store.query(sample.project, """
                select key, subject_name, raw, low, hubs, high, id -- a comment with :nothing
                from v_metric where project = :project and measure = :what;""", Map.of("what", "share"), 10, NONE);
        assertEquals(List.of("key", "subject_name", "raw", "low", "hubs", "high", "id"), result.columns());
        assertEquals(Arrays.asList("metric.专利收入", "新加坡", "约35%", new BigDecimal("35"), "新加坡", null,
                metric.id().toString()), result.rows().getFirst());
        assertFalse(result.truncated());
    }

    @Test
    void practisedInIsARelationThatNobodyHasToState() throws Exception {
        ObjectState hub = sample.hub("新加坡");
        accepted(create(hub), create(sample.mechanism("收入分成", hub.id())));

        assertEquals(List.of(List.of("收入分成", "practised-in", "新加坡", true)), store.query(sample.project,
                "select source_name, type_key, target_name, derived from v_relation where project = :project", Map.of(),
                10, NONE).rows());
    }

    @Test
    void deletedObjectsAreInNoView() throws Exception {
        ObjectState hub = sample.hub("甲");
        accepted(create(hub));
        accepted(new Change.Delete(hub));

        for (String view : List.of("v_hub", "v_element")) {
            assertEquals(List.of(), store.query(sample.project, "select * from " + view + " where project = :project",
                    Map.of(), 10, NONE).rows());
        }
    }

    @Test
    void aLongAnswerIsCutAndSaysSo() throws Exception {
        accepted(create(sample.hub("甲")), create(sample.hub("乙")), create(sample.hub("丙")));
        QueryResult result = store.query(sample.project,
                "with h as (select name_zh from v_hub where project = :project) select * from h", Map.of(), 2, NONE);

        assertEquals(2, result.rows().size());
        assertTrue(result.truncated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from v_hub", "select 1; select 2", "insert into object (id) values (1)", "",
            "with x as (select 1) delete from object", "select * from feature_value", "select * from \"MEMBER\"",
            "select * from information_schema.tables", "call commit_change_set('{}')",
            "select \"COMMIT_CHANGE_SET\"('{}') from v_hub", "select * from v_hub for update", "drop view v_hub",
            "select name_zh from v_hub where key = :missing", "select nonsense from v_hub", "selec * from v_hub",
            "select file_read('/etc/hostname')", "select * from v_hub where key = ?", "explain select * from v_hub",
            "/* select */ update object set deleted = true", "(select 1", "set @x = 1", "select content from setting"})
    void queriesThatAreNoPlainSelectOnViewsAreRefused(String select) {
        StoreException refused = assertThrows(StoreException.class,
                () -> store.query(sample.project, select, Map.of(), 10, NONE));
        assertEquals(Kind.QUERY, refused.kind());
        assertFalse(refused.getMessage().isBlank());
    }

    @Test
    void everyViewCanBeRead() throws Exception {
        accepted(create(sample.hub("甲")));
        for (String view : VIEWS) {
            assertNotNull(store.query(sample.project, "select * from " + view + " where project = :project", Map.of(),
                    10, NONE), view);
        }
    }

    @Test
    void theLogCanBeAskedToo() throws Exception {
        ObjectState hub = sample.hub("甲");
        accepted(create(hub));
        accepted(put(hub.id(), "nameZh", "甲", "乙"));

        assertEquals(List.of(List.of("put", "Hub", "nameZh", "\"甲\"", "\"乙\"", store.member())),
                store.query(sample.project, """
                        select kind, object_kind, feature, old_value, new_value, author from v_change
                        where project = :project and revision = 3""", Map.of(), 10, NONE).rows());
    }

    /** The documented views. */
    protected static final List<String> VIEWS = List.of("v_project", "v_hub", "v_mechanism", "v_metric", "v_organization",
            "v_person", "v_programme", "v_budget", "v_platform", "v_research_project", "v_scenario", "v_milestone",
            "v_concept", "v_statement", "v_lesson", "v_exhibit", "v_exhibit_row", "v_cell", "v_node", "v_edge", "v_fact",
            "v_family", "v_relation", "v_relation_type", "v_element", "v_element_hub", "v_element_family", "v_alias",
            "v_code", "v_briefing", "v_edition", "v_part", "v_passage", "v_passage_code", "v_evidence", "v_revision",
            "v_change", "v_saved_query", "v_comment", "v_conflict");
}
