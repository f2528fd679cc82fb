package org.hubmark.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class PackAttachmentTest {

    @BeforeEach
    void needsTheOriginals() {
        assumeTrue(Originals.files().size() == 5, "skipped: the five original briefings are not on this machine");
    }

    @Test
    void theSampleProjectHoldsEverythingOnceTheOriginalsAreImported() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        sample.importOriginals();
        assertComplete(sample.holdings());
        assertConsistent(sample);
    }

    @Test
    void anEmptyProjectHoldsEverythingOnceTheOriginalsAreImported() throws Exception {
        SeedProjects empty = SeedProjects.empty();
        empty.importOriginals();
        assertComplete(empty.holdings());
        assertConsistent(empty);
    }

    @Test
    void oneBriefingBringsOnlyTheElementsItNeeds() throws Exception {
        SeedProjects empty = SeedProjects.empty();
        empty.apply(empty.prepare(Originals.files().getFirst()).changes());
        KeyedObjects objects = new KeyedObjects(empty.table.objects());
        assertTrue(objects.ofKey("hub.tsukuba").isPresent());
        assertTrue(objects.ofKey("hub.munich").isEmpty());
        assertConsistent(empty);
    }

    @Test
    void importingAFileAgainChangesNothing() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        sample.importOriginals();
        for (Path file : Originals.files()) {
            assertEquals(List.of(), sample.prepare(file).changes());
        }
    }

    @Test
    void anImportThatWasUndoneCanBeMadeAgainUnderNewIds() throws Exception {
        SeedProjects empty = SeedProjects.empty();
        Path file = Originals.files().get(3);
        BriefingImport first = empty.prepare(file);
        Set<UUID> used = new HashSet<>();
        first.changes().forEach(change -> used.add(change.object()));
        BriefingImport again = empty.prepare(SeedProjects.read(file), used::contains);
        assertEquals(first.changes().size(), again.changes().size());
        assertNotEquals(first.edition(), again.edition());
        again.changes().stream().filter(Change.Create.class::isInstance)
                .forEach(create -> assertFalse(used.contains(create.object()), create::toString));
    }

    @Test
    void longWordingsAreFilledFromTheUsersCopy() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        UUID cell = sample.table.objects().stream().filter(s -> s.type().equals("Cell"))
                .filter(s -> s.text("text") == null).map(ObjectState::id).findFirst().orElseThrow();
        sample.importOriginals();
        assertTrue(sample.table.get(cell).text("text").length() > 20);
        sample.table.objects().stream().filter(s -> s.type().equals("Cell"))
                .forEach(s -> assertTrue(s.text("text") != null, () -> "no text in " + s));
    }

    @Test
    void aFactIsSupportedByThePassageThatHasItsWords() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        sample.importOriginals();
        KeyedObjects objects = new KeyedObjects(sample.table.objects());
        UUID programme = objects.ofKey("pol.frontier").orElseThrow();
        UUID fact = objects.all().stream().filter(s -> programme.equals(s.container()))
                .filter(s -> "horizon".equals(s.text("key"))).map(ObjectState::id).findFirst().orElseThrow();
        List<Evidence> evidence = objects.all().stream().filter(s -> s.type().equals(RecordTypes.EVIDENCE))
                .map(Evidence::of).filter(e -> e.target().equals(fact)).toList();
        assertEquals(1, evidence.size());
        String quote = Passage.of(objects.get(evidence.getFirst().passage())).anchor().quote();
        assertTrue(quote.replaceAll("\\s", "").contains("10~15年"), quote);
        assertEquals(Stance.SUPPORTS, evidence.getFirst().stance());
    }

    @Test
    void mostFactsAreSupportedOnceTheOriginalsAreImported() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        sample.importOriginals();
        Set<UUID> facts = new HashSet<>();
        sample.table.objects().stream().filter(s -> s.type().equals("Fact")).forEach(s -> facts.add(s.id()));
        int all = facts.size();
        sample.table.objects().stream().filter(s -> s.type().equals(RecordTypes.EVIDENCE))
                .forEach(s -> facts.remove(Evidence.of(s).target()));
        assertTrue(facts.size() * 3 < all, () -> facts.size() + " of " + all + " facts have no passage");
    }

    private static void assertComplete(Holdings holdings) {
        assertEquals(List.of(), holdings.gaps());
        assertEquals(List.of(1372, 1037, 1725), List.of(holdings.records(), holdings.ranges(), holdings.links()));
        assertEquals(List.of(1372, 1037, 1725),
                List.of(holdings.expectedRecords(), holdings.expectedRanges(), holdings.expectedLinks()));
    }

    /** Nothing dangles, and every quote equals its slice. */
    private static void assertConsistent(SeedProjects project) throws Exception {
        for (ObjectState state : project.table.objects()) {
            assertTrue(state.container() == null || project.table.get(state.container()) != null, state::toString);
            state.values().values().forEach(value -> assertThere(project, state, value));
            state.items().values().forEach(set -> set.forEach(value -> assertThere(project, state, value)));
        }
        for (Path file : Originals.files()) {
            String text = SeedProjects.read(file).text().text();
            for (ObjectState state : project.table.objects()) {
                if (state.type().equals(RecordTypes.PASSAGE)) {
                    Passage passage = Passage.of(state);
                    Edition edition = Edition.of(project.table.get(passage.edition()));
                    assertTrue(!edition.fileName().equals(file.getFileName().toString())
                            || passage.anchor().holdsIn(text), passage::toString);
                }
            }
        }
    }

    private static void assertThere(SeedProjects project, ObjectState state, Value value) {
        assertTrue(!(value instanceof Value.Ref(UUID id)) || project.table.get(id) != null,
                () -> "dangling: " + state);
    }
}
