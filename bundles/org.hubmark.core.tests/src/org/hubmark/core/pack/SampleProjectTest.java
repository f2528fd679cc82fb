package org.hubmark.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.project.ModelReader;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Project;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class SampleProjectTest {

    @Test
    void itsModelIsReadIntoEmfObjects() throws Exception {
        Project project = ModelReader.read(List.copyOf(SeedProjects.sample().table.objects()));
        List<Mechanism> mechanisms = project.getHubModel().getElements().stream()
                .filter(Mechanism.class::isInstance).map(Mechanism.class::cast).toList();
        assertEquals(153, mechanisms.size());
        mechanisms.forEach(mechanism -> assertFalse(mechanism.getFamilies().isEmpty(), mechanism::getKey));
        assertEquals(2, project.getCodebook().getCodes().size());
        assertEquals(15, project.getCodebook().getCodes().getFirst().getCodes().size());
    }

    @Test
    void codesAreLegibleOnLightAndOnDark() throws Exception {
        List<ObjectState> codes = SeedProjects.sample().table.objects().stream().filter(s -> s.type().equals("Code"))
                .toList();
        for (ObjectState code : codes) {
            double luminance = luminance(Integer.parseInt(code.text("color").substring(1), 16));
            assertTrue(1.05 / (luminance + 0.05) >= 3, () -> "too light: " + code);
            assertTrue((luminance + 0.05) / (luminance(0x1e1e1e) + 0.05) >= 3, () -> "too dark: " + code);
        }
    }

    @Test
    void digestsBringEvidenceOfTheirOwn() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        List<String> keys = sample.table.objects().stream().filter(s -> s.type().equals(RecordTypes.BRIEFING))
                .map(s -> Briefing.of(s).key()).sorted().toList();
        assertTrue(keys.containsAll(List.of("digest.000", "digest.002")), keys::toString);
        long evidence = sample.table.objects().stream().filter(s -> s.type().equals(RecordTypes.EVIDENCE)).count();
        assertTrue(evidence > 200, () -> "only " + evidence + " links");
    }

    @Test
    void noIdIsGivenTwice() throws Exception {
        SeedProjects empty = SeedProjects.empty();
        Set<UUID> ids = new HashSet<>();
        for (SampleProject.Step step : new SampleProject(empty.seeds).steps(empty.project, SeedProjects.STAMP,
                id -> false)) {
            step.changes().forEach(change -> assertTrue(!(change instanceof Change.Create) || ids.add(change.object()),
                    change::toString));
        }
    }

    @Test
    void aSecondProjectOfOneDatabaseHasIdsOfItsOwn() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        Set<UUID> taken = new HashSet<>();
        sample.table.objects().stream().map(ObjectState::id).forEach(taken::add);
        SeedProjects empty = SeedProjects.empty();
        UUID other = UUID.fromString("00000000-0000-4000-8000-000000000001");
        for (SampleProject.Step step : new SampleProject(empty.seeds).steps(other, SeedProjects.STAMP,
                taken::contains)) {
            step.changes().forEach(change -> assertTrue(!(change instanceof Change.Create)
                    || !taken.contains(change.object()), change::toString));
        }
    }

    @Test
    void anUnknownFileBecomesABriefingNamedAfterIt() throws Exception {
        SeedProjects sample = SeedProjects.sample();
        BriefingImport result = sample.prepare(SeedProjects.read("访谈记录.txt", "筑波有𠮷林。\f第二页。"), id -> false);
        sample.apply(result.changes());
        assertEquals("访谈记录", result.title());
        assertEquals(0, result.evidence());
        assertEquals(List.of("page-break"), sample.table.objects().stream()
                .filter(s -> result.edition().equals(s.container())).map(s -> s.text("kind")).toList());
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
