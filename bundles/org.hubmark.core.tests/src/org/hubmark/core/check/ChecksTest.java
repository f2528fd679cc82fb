package org.hubmark.core.check;

import static org.hubmark.core.session.SampleProject.BRIEFING;
import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.MODEL;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TEXT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.project.ProjectLoader;
import org.hubmark.core.session.SampleProject;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.text.Anchor;
import org.hubmark.core.text.Segment;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ChecksTest {

    private SampleProject sample;

    @BeforeEach
    void project() throws Exception {
        sample = new SampleProject();
    }

    @Test
    void aSoundProjectHasNoErrorsAndNamesWhatLacksEvidence() throws Exception {
        commit(new Change.Create(passage(Anchor.of(TEXT, 0, 5))), evidence(TSUKUBA, "nameZh"));

        List<Finding> findings = findings();

        assertEquals(List.of(), errors(findings));
        assertEquals(2, findings.size(), "Grenoble and the mechanism have none: " + findings);
        assertTrue(findings.stream().noneMatch(f -> f.object().equals(TSUKUBA)));
    }

    @Test
    void aQuoteThatIsNotItsSliceIsAnError() throws Exception {
        Anchor anchor = Anchor.of(TEXT, 0, 5);
        commit(new Change.Create(
                passage(new Anchor(anchor.segments(), "别的引文五字", anchor.prefix(), anchor.suffix()))));

        assertEquals(List.of("anchor"), errors(findings()));
    }

    @Test
    void aPlaceBeyondTheTextIsAnError() throws Exception {
        commit(new Change.Create(passage(new Anchor(List.of(new Segment(5, 9999)), "x", "", ""))));

        assertEquals(List.of("anchor"), errors(findings()));
    }

    @Test
    void aReferenceToTheWrongClassIsAnError() throws Exception {
        commit(new Change.Add(SampleProject.LICENSING, "hubs", Value.ref(BRIEFING)));

        List<Finding> findings = findings();

        assertEquals(List.of("reference"), errors(findings));
        assertTrue(findings.getFirst().place().contains("专利许可"), findings.getFirst().place());
        assertTrue(findings.getFirst().chinese().contains("类型不符"));
    }

    @Test
    void evidenceForAFeatureThatIsNotThereIsAnError() throws Exception {
        commit(new Change.Create(passage(Anchor.of(TEXT, 0, 5))), evidence(TSUKUBA, "altitude"));

        assertEquals(List.of("reference"), errors(findings()));
    }

    @Test
    void unknownTypesFeaturesAndCharactersAreErrors() throws Exception {
        commit(new Change.Create(object("Spaceport", Map.of())), new Change.Put(TSUKUBA, "altitude", null, Value.of(3)),
                new Change.Put(TSUKUBA, "nameEn", null, Value.of("a\u0001b")),
                new Change.Put(TSUKUBA, "status", null, Value.of("settled")));

        assertEquals(List.of("schema", "schema", "schema", "schema"), errors(findings()));
    }

    @Test
    void aTotalThatIsNotTheSumIsAWarning() throws Exception {
        List<Change> changes = new ArrayList<>();
        UUID exhibit = create(changes, "Exhibit", MODEL, "elements", 9, Map.of("nameZh", Value.of("表一")));
        UUID column = create(changes, "Column", exhibit, "columns", 0, Map.of("name", Value.of("金额")));
        int[] amounts = {10, 20, 31};
        for (int i = 0; i < amounts.length; i++) {
            UUID row = create(changes, "Row", exhibit, "rows", i, i == 2 ? Map.of("total", Value.of(true)) : Map.of());
            UUID cell = create(changes, "Cell", row, "cells", 0, Map.of("column", Value.ref(column)));
            create(changes, "Quantity", cell, "quantity", 0, Map.of("low", Value.of(amounts[i])));
        }
        commit(changes.toArray(Change[]::new));

        Finding finding = findings().stream().filter(f -> f.check().equals("total")).findFirst().orElseThrow();

        assertEquals(Finding.Severity.WARNING, finding.severity());
        assertTrue(finding.english().contains("31") && finding.english().contains("30"), finding.english());
    }

    @Test
    void theLoaderGivesAProjectAsOfARevision() throws Exception {
        commit(new Change.Create(passage(Anchor.of(TEXT, 0, 5))), evidence(TSUKUBA, null));
        commit(new Change.Put(TSUKUBA, "nameEn", null, Value.of("Tsukuba")));

        ProjectContent then = ProjectLoader.load(sample.store(), PROJECT, OptionalLong.of(1),
                new NullProgressMonitor());
        ProjectContent now = ProjectLoader.load(sample.store(), PROJECT, OptionalLong.empty(),
                new NullProgressMonitor());

        assertEquals(List.of(), then.evidence(TSUKUBA));
        assertEquals(3, now.revision());
        Passage passage = now.passage(now.evidence(TSUKUBA).getFirst().passage());
        assertEquals("筑波科学城", passage.anchor().quote());
        assertEquals(TEXT, now.briefingOf(passage).text());
        assertEquals("ada", now.author());
    }

    private List<Finding> findings() throws Exception {
        return Checks.run(sample.store(), PROJECT, new NullProgressMonitor());
    }

    private static List<String> errors(List<Finding> findings) {
        return findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).map(Finding::check).toList();
    }

    private void commit(Change... changes) throws Exception {
        long base = sample.store().open(PROJECT, OptionalLong.empty(), new NullProgressMonitor()).revision();
        assertEquals(new CommitResult.Accepted(base + 1), sample.store().commit(
                new ChangeSet(Ids.next(), PROJECT, Ids.next(), base, "test", null, List.of(changes)),
                new NullProgressMonitor()));
    }

    private static ObjectState passage(Anchor anchor) {
        return new Passage(Ids.ofKey("p"), EDITION, "V", anchor, Set.of(), null, "ada", "2026-01-01T00:00:00Z").state();
    }

    private static Change evidence(UUID target, String feature) {
        return new Change.Create(new Evidence(Ids.next(), Ids.ofKey("p"), "V", target, feature, null, Stance.SUPPORTS,
                0, null, "ada", "2026-01-01T00:00:00Z").state());
    }

    private static ObjectState object(String type, Map<String, Value> values) {
        return new ObjectState(Ids.next(), type, new Placement(MODEL, "elements", "z"), values, Map.of());
    }

    private static UUID create(List<Change> changes, String type, UUID container, String feature, int index,
            Map<String, Value> values) {
        UUID id = Ids.next();
        changes.add(new Change.Create(new ObjectState(id, type, new Placement(container, feature, OrderKeys.nth(index)),
                new TreeMap<>(values), Map.of())));
        return id;
    }
}
