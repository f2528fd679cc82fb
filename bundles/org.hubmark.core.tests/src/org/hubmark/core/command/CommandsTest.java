package org.hubmark.core.command;

import static org.hubmark.core.session.SampleProject.CODEBOOK;
import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.FUNDING;
import static org.hubmark.core.session.SampleProject.LICENSING;
import static org.hubmark.core.session.SampleProject.PATENTS;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.SampleProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.text.Anchor;
import org.hubmark.model.Element;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class CommandsTest {

    @TempDir
    Path folder;
    private SampleProject sample;
    private Session session;
    private BriefingDocument document;

    @BeforeEach
    void open() throws Exception {
        sample = new SampleProject();
        session = sample.open(folder);
        document = get(session.openBriefing(EDITION));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void markingShowsThePassageAtOnceAndEverythingAboutItCanBeUndone() throws Exception {
        roundTrip(mark(0, 5));
        Passage passage = document.passages().getFirst();
        assertEquals("筑波科学城", passage.anchor().quote());
        assertEquals("ada", passage.author());

        roundTrip(PassageCommands.code(passage, PATENTS));
        roundTrip(PassageCommands.memo(document.passage(passage.id()), "存疑"));
        roundTrip(PassageCommands.uncode(document.passage(passage.id()), FUNDING));

        assertEquals(Set.of(PATENTS), document.passage(passage.id()).codes());
        assertEquals("存疑", document.passage(passage.id()).memo());
    }

    @Test
    void whatWouldChangeNothingIsNoCommand() {
        session.execute("mark", mark(0, 5));
        Passage passage = document.passages().getFirst();

        assertEquals(List.of(), PassageCommands.code(passage, FUNDING));
        assertEquals(List.of(), PassageCommands.uncode(passage, PATENTS));
        assertEquals(List.of(), PassageCommands.memo(passage, " "));
    }

    @Test
    void evidenceIsLinkedJudgedAndUnlinked() throws Exception {
        session.execute("mark", mark(0, 5));
        UUID passage = document.passages().getFirst().id();

        roundTrip(EvidenceCommands.link(passage, new EvidenceTarget(TSUKUBA, "nameZh", null), Stance.SUPPORTS, "ada"));
        assertEquals("筑波科学城", get(session.evidence(TSUKUBA)).getFirst().passage().anchor().quote());
        roundTrip(EvidenceCommands.stance(document.evidence(passage).getFirst(), Stance.CONTRADICTS));
        roundTrip(EvidenceCommands.rationale(document.evidence(passage).getFirst(), "因为"));
        roundTrip(EvidenceCommands.unlink(document.evidence(passage).getFirst()));

        assertEquals(List.of(), get(session.evidence(TSUKUBA)));
    }

    @Test
    void evidenceThatStillWaitsIsFoundAsWell() throws Exception {
        sample.store().hold();
        session.execute("mark", mark(0, 5));
        session.execute("link", EvidenceCommands.link(document.passages().getFirst().id(), EvidenceTarget.of(TSUKUBA),
                Stance.SUPPORTS, "ada"));

        assertEquals("简报", get(session.evidence(TSUKUBA)).getFirst().briefing().title());
        sample.store().release();
    }

    @Test
    void deletingAPassageDeletesItsEvidence() throws Exception {
        session.execute("mark", mark(0, 5));
        UUID passage = document.passages().getFirst().id();
        session.execute("link",
                EvidenceCommands.link(passage, EvidenceTarget.of(TSUKUBA), Stance.SUPPORTS, "ada"));

        roundTrip(PassageCommands.delete(document, passage));

        assertEquals(List.of(), document.passages());
    }

    @Test
    void oneStepMayMarkAndMakeAHubWithAMechanismAndEvidence() throws Exception {
        List<Change> all = new ArrayList<>(mark(0, 5));
        List<Change> hub = ElementCommands.create(session, HubmarkPackage.Literals.HUB, "新枢纽", null);
        List<Change> mechanism = ElementCommands.create(session, HubmarkPackage.Literals.MECHANISM, "新机制", null);
        all.addAll(hub);
        all.addAll(mechanism);
        all.add(new Change.Add(mechanism.getFirst().object(), "hubs",
                org.hubmark.core.change.Value.ref(hub.getFirst().object())));
        all.addAll(EvidenceCommands.link(all.getFirst().object(), EvidenceTarget.of(mechanism.getFirst().object()),
                Stance.SUPPORTS, "ada"));

        roundTrip(all);

        assertEquals(1, get(session.evidence(mechanism.getFirst().object())).size());
    }

    @Test
    void factsMetricsAndRelationsStandWhereTheyBelong() throws Exception {
        roundTrip(ElementCommands.addFact(session, TSUKUBA, "占地", null, QuantityDraft.of("约283平方公里")));
        roundTrip(ElementCommands.addMetric(session, TSUKUBA, "面积", "占地面积", QuantityDraft.of("约283平方公里")));
        UUID type = UUID.randomUUID();
        session.execute("type", List.of(new Change.Create(new ObjectState(type, "RelationType",
                new org.hubmark.core.change.Placement(SampleProject.MODEL, "relationTypes", "V"), java.util.Map.of(),
                java.util.Map.of()))));
        roundTrip(ElementCommands.addRelation(session, LICENSING, type, TSUKUBA));

        assertEquals("约283平方公里",
                session.find(TSUKUBA, Element.class).getFacts().getFirst().getQuantity().getRaw());
    }

    @Test
    void deletingAnElementTakesFactsReferencesAndEvidenceAlong() throws Exception {
        List<Change> fact = ElementCommands.addFact(session, TSUKUBA, "占地", "大", QuantityDraft.of("约283"));
        session.execute("fact", fact);
        session.execute("mark", mark(0, 5));
        session.execute("link", EvidenceCommands.link(document.passages().getFirst().id(),
                EvidenceTarget.of(fact.getFirst().object()), Stance.SUPPORTS, "ada"));
        session.execute("hubs", List.of(new Change.Add(LICENSING, "hubs", org.hubmark.core.change.Value.ref(TSUKUBA))));
        sync(session);

        roundTrip(get(ElementCommands.delete(session, Set.of(TSUKUBA))));

        assertNull(session.find(TSUKUBA));
        assertEquals(List.of(), document.evidence(document.passages().getFirst().id()));
    }

    @Test
    void codesAreMadeMovedAndDeletedWithTheirUses() throws Exception {
        List<Change> created = CodeCommands.create(session, FUNDING, "预算", "Budget", "#aa0000");
        roundTrip(created);
        UUID budget = created.getFirst().object();
        roundTrip(CodeCommands.move(session, budget, null, 0));
        assertEquals(budget, Session.id(session.find(CODEBOOK).eContents().getFirst()));
        roundTrip(CodeCommands.move(session, budget, PATENTS, 0));
        assertThrows(IllegalArgumentException.class, () -> CodeCommands.move(session, PATENTS, budget, 0));
        session.execute("mark", PassageCommands.mark(document, Anchor.of(document.text(), 0, 5), Set.of(budget), null));
        sync(session);

        roundTrip(get(CodeCommands.delete(session, PATENTS)));

        assertNull(session.find(budget));
        assertEquals(Set.of(), document.passages().getFirst().codes());
    }

    @Test
    void mergingTwoCodesRecodesEveryPassageInOneStep() throws Exception {
        session.execute("sub", CodeCommands.create(session, FUNDING, "预算", null, null));
        session.execute("mark", mark(0, 5));
        session.execute("mark", PassageCommands.mark(document, Anchor.of(document.text(), 2, 7),
                Set.of(FUNDING, PATENTS), null));
        document.close();
        sync(session);

        List<Change> merge = get(CodeCommands.merge(session, FUNDING, PATENTS));
        List<ObjectState> before = sample.store().states(PROJECT);
        session.execute("merge", merge);
        sync(session);

        assertNull(session.find(FUNDING));
        for (Passage passage : sample.store()
                .passages(org.hubmark.core.store.PassageFilter.all(PROJECT),
                        org.hubmark.core.store.PassageOrder.PLACE, new NullProgressMonitor())
                .toList()) {
            assertEquals(Set.of(PATENTS), passage.codes());
        }
        assertEquals(1, session.find(PATENTS).eContents().size());
        session.undo();
        sync(session);
        assertEquals(before, sample.store().states(PROJECT));
    }

    private List<Change> mark(int start, int end) {
        return PassageCommands.mark(document, Anchor.of(document.text(), start, end), Set.of(FUNDING), null);
    }

    /** Executes, undoes, redoes; compares what is shown and what is stored each time. */
    private void roundTrip(List<Change> changes) throws Exception {
        sync(session);
        State before = State.of(sample, session, document);
        session.execute("step", changes);
        sync(session);
        State after = State.of(sample, session, document);
        assertNotEquals(before.stored(), after.stored());

        assertEquals(Optional.empty(), session.undo());
        sync(session);
        assertEquals(before, State.of(sample, session, document));

        assertEquals(Optional.empty(), session.redo());
        sync(session);
        assertEquals(after, State.of(sample, session, document));
    }

    /** All that a user could see. */
    private record State(List<ObjectState> stored, List<ObjectState> model, List<Passage> passages) {

        static State of(SampleProject sample, Session session, BriefingDocument document) {
            List<ObjectState> model = SampleProject.model(session);
            assertEquals(sample.model(), model);
            return new State(sample.store().states(PROJECT), model, document.passages());
        }
    }
}
