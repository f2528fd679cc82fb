package org.hubmark.core.command;

import static org.hubmark.core.session.SampleProject.BRIEFING;
import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.SampleProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.text.Anchor;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class BriefingCommandsTest {

    private static final UUID PART = Ids.ofKey("test.part");
    private static final UUID OTHER_BRIEFING = Ids.ofKey("test.other.briefing");
    private static final UUID OTHER_EDITION = Ids.ofKey("test.other.edition");

    @TempDir
    Path folder;
    private SampleProject sample;
    private Session session;
    private UUID passage;
    private UUID elsewhere;

    @BeforeEach
    void twoBriefingsWithEvidence() throws Exception {
        sample = new SampleProject();
        session = sample.open(folder);
        session.execute("part", List.of(new Change.Create(new Part(PART, EDITION, OrderKeys.nth(0), Part.SECTION, null,
                "1", "一", 0, 5).state())));
        addAnotherBriefing();
        passage = mark(EDITION);
        elsewhere = mark(OTHER_EDITION);
        link(passage, TSUKUBA);
        sync(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void deletingABriefingLeavesNothingOfItAndIsOneStep() throws Exception {
        for (UUID target : List.of(BRIEFING, EDITION, PART, passage, TSUKUBA)) {
            link(elsewhere, target);
        }
        sync(session);
        List<ObjectState> before = sample.store().states(PROJECT);

        session.execute("delete", get(BriefingCommands.delete(session, BRIEFING)));
        sync(session);
        List<ObjectState> after = sample.store().states(PROJECT);
        assertNull(session.briefing(BRIEFING));
        for (UUID gone : List.of(BRIEFING, EDITION, PART, passage)) {
            assertFalse(after.toString().contains(gone.toString()), "something still refers to " + gone);
        }
        assertNotNull(session.find(TSUKUBA));
        assertEquals(1, get(session.evidence(TSUKUBA)).size());

        assertEquals(Optional.empty(), session.undo());
        sync(session);
        assertEquals(before, sample.store().states(PROJECT));
        assertEquals(Optional.empty(), session.redo());
        sync(session);
        assertEquals(after, sample.store().states(PROJECT));
    }

    @Test
    void whatStillWaitsForTheStoreGoesAsWell() throws Exception {
        try (BriefingDocument other = get(session.openBriefing(OTHER_EDITION))) {
            sample.store().hold();
            link(other.passages().getFirst().id(), passage);
            link(elsewhere, BRIEFING);

            session.execute("delete", get(BriefingCommands.delete(session, BRIEFING)));
        }
        sample.store().release();
        sync(session);

        assertFalse(sample.store().states(PROJECT).toString().contains(passage.toString()));
        assertEquals(List.of(), get(session.evidence(BRIEFING)));
    }

    @Test
    void aBriefingThatIsNotThereCannotBeDeleted() {
        assertThrows(IllegalArgumentException.class, () -> BriefingCommands.delete(session, PART));
    }

    private void addAnotherBriefing() {
        Edition known = session.edition(EDITION);
        session.execute("other", List.of(
                new Change.Create(new Briefing(OTHER_BRIEFING, PROJECT, OrderKeys.nth(1), null, "另一份", null, null,
                        null, null, null, "zh", null).state()),
                new Change.Create(new Edition(OTHER_EDITION, OTHER_BRIEFING, OrderKeys.nth(0), "b.txt", "text/plain",
                        "UTF-8", known.fileSha256(), known.textSha256(), known.length(), known.codePoints(), "ada",
                        known.importedAt()).state())));
    }

    private UUID mark(UUID edition) throws Exception {
        sync(session);
        try (BriefingDocument document = get(session.openBriefing(edition))) {
            List<Change> mark = PassageCommands.mark(document, Anchor.of(document.text(), 0, 5), Set.of(), null);
            session.execute("mark", mark);
            return mark.getFirst().object();
        }
    }

    private void link(UUID from, UUID target) {
        session.execute("link", EvidenceCommands.link(from, EvidenceTarget.of(target), Stance.SUPPORTS, "ada"));
    }
}
