package org.hubmark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.pack.Holdings;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Everything on the acceptance list of the five originals is found in the project by its names, with its passage. */
@ExtendWith(NoErrorsLogged.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceTest {

    private static final Pattern ROW = Pattern.compile("^\\| ☐ \\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\|(.*)$");
    private static final Pattern TABLE_ROW = Pattern.compile("^\\| `(row\\.[^`]+)` \\| (.+) \\| \\d+, from (.+) \\|$");
    private static final Pattern EXHIBIT = Pattern.compile("^### ☐ (.+) / (.+) \\(`([^`]+)`, (.+)\\)$");
    private static final Pattern NODES = Pattern.compile("^- nodes \\(\\d+\\): (.+)$");
    private static final Pattern PLACE = Pattern.compile("(00[0-4])\\[(\\d+):(\\d+)\\]");

    private FilledProject project;
    private List<String> list;
    private Set<String> reworded;
    /** Every key that a name leads to. */
    private final Map<String, Set<String>> names = new HashMap<>();
    /** "key doc.000 12 40" for every passage of an element, a row or what they contain. */
    private final Set<String> evidence = new HashSet<>();

    @BeforeAll
    void fillTheProject(@TempDir Path folder) throws Exception {
        assumeTrue(Originals.files().size() == 5, "skipped: the five original briefings are not on this machine");
        project = FilledProject.in(folder);
        list = Files.readAllLines(Originals.seeds().orElseThrow().resolve("acceptance.md"));
        reworded = FilledProject.seeds().text("reworded.csv").lines().map(line -> line.split(",", 2)[0])
                .collect(Collectors.toSet());
        names("select key, name_zh, name_en from v_element where project = :project");
        names("select key, name, name_en from v_exhibit_row where project = :project");
        names("select element_key, alias from v_alias where project = :project");
        for (List<Object> row : project.rows("select target_key, target_owner_key, briefing_key, start_utf16, end_utf16"
                + " from v_evidence where project = :project")) {
            String place = row.get(2) + " " + ((Number) row.get(3)).intValue() + " "
                    + ((Number) row.get(4)).intValue();
            evidence.add(row.get(0) + " " + place);
            evidence.add(row.get(1) + " " + place);
        }
    }

    @AfterAll
    void closeTheProject() throws Exception {
        if (project != null) {
            project.close();
        }
    }

    @Test
    void theProjectHoldsAllRecordsRangesAndLinks() throws Exception {
        Holdings holdings = Holdings.of(project.store, project.id, FilledProject.seeds(), new NullProgressMonitor());
        assertEquals(List.of(), holdings.gaps());
        assertEquals(List.of(1372, 1037, 1725), List.of(holdings.records(), holdings.ranges(), holdings.links()));
    }

    @Test
    void everyHubSystemProgrammeFamilyAndMechanismIsFoundByItsNames() {
        int found = 0;
        for (String line : list) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String key = row.group(1).contains(".") ? row.group(1) : "fam." + row.group(1);
                assertFound(key, row.group(2).strip(), row.group(3).strip());
                assertPlaces(key, row.group(4));
                found++;
            }
        }
        assertEquals(32 + 21 + 44 + 34 + 15 + 153, found);
    }

    @Test
    void everyTableRowHasItsCells() throws Exception {
        Map<String, Set<String>> cells = new HashMap<>();
        for (List<Object> cell : project.rows("select row_key, text from v_cell where project = :project")) {
            cells.computeIfAbsent((String) cell.get(0), key -> new HashSet<>()).add(squeezed((String) cell.get(1)));
        }
        int found = 0;
        for (String line : list) {
            Matcher row = TABLE_ROW.matcher(line);
            if (row.matches()) {
                Set<String> held = cells.get(row.group(1));
                Arrays.stream(row.group(2).split("\\|")).map(AcceptanceTest::squeezed).filter(text -> !text.isEmpty())
                        .forEach(text -> assertTrue(held.stream().anyMatch(cell -> cell.startsWith(text)),
                                () -> row.group(1) + " lacks " + text + ": " + held));
                assertPlaces(row.group(1), row.group(3));
                found++;
            }
        }
        assertEquals(32, found);
    }

    @Test
    void everyTableAndFigureIsFoundWithItsNodes() throws Exception {
        List<String> labels = new ArrayList<>();
        project.rows("select exhibit_key, label from v_node where project = :project")
                .forEach(node -> labels.add(node.get(0) + " " + node.get(1)));
        String exhibit = null;
        int found = 0;
        for (String line : list) {
            Matcher heading = EXHIBIT.matcher(line);
            Matcher nodes = NODES.matcher(line);
            if (heading.matches()) {
                exhibit = heading.group(3);
                assertFound(exhibit, heading.group(1), heading.group(2));
                assertPlaces(exhibit, heading.group(4));
                found++;
            } else if (nodes.matches()) {
                for (String node : nodes.group(1).split("; ")) {
                    assertTrue(labels.contains(exhibit + " " + node), exhibit + " lacks " + node);
                }
            }
        }
        assertEquals(7, found);
    }

    private void names(String select) throws Exception {
        for (List<Object> row : project.rows(select)) {
            row.stream().skip(1).filter(name -> name != null).forEach(
                    name -> names.computeIfAbsent(name.toString(), n -> new HashSet<>()).add((String) row.getFirst()));
        }
    }

    /**
     * A name that would repeat an original at length is reworded; the thing is then found by its English name, which
     * may have been given its subject in front.
     */
    private void assertFound(String key, String nameZh, String nameEn) {
        assertTrue(names.getOrDefault(nameEn, Set.of()).contains(key) || reworded.contains(key) && names.entrySet()
                .stream().anyMatch(name -> name.getKey().endsWith(nameEn) && name.getValue().contains(key)),
                () -> key + " is not found as " + nameEn);
        assertTrue(reworded.contains(key) || names.getOrDefault(nameZh, Set.of()).contains(key),
                () -> key + " is not found as " + nameZh);
    }

    private void assertPlaces(String key, String places) {
        PLACE.matcher(places).results().forEach(place -> assertTrue(
                evidence.contains(key + " doc." + place.group(1) + " " + place.group(2) + " " + place.group(3)),
                () -> key + " has no passage at " + place.group()));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
