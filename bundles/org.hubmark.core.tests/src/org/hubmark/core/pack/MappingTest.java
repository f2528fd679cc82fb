package org.hubmark.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.ecore.EClass;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The committed table that says where each kind and attribute of the inventory goes in the model. */
@ExtendWith(NoErrorsLogged.class)
class MappingTest {

    private static final Map<String, Set<String>> RECORDS = Map.of(
            RecordTypes.BRIEFING, Set.of("title", "series", "issue", "publisher", "authors", "published", "language",
                    "rights"),
            RecordTypes.EDITION, Set.of("parts"),
            RecordTypes.PART, Set.of("key", "kind", "number", "title"),
            RecordTypes.PASSAGE, Set.of("start", "end", "quote"),
            RecordTypes.EVIDENCE, Set.of("role"));

    @Test
    void everyKindAndAttributeOfTheInventoryIsMapped() throws Exception {
        Optional<Path> inventory = Originals.seeds().map(folder -> folder.resolve("inventory.json"))
                .filter(Files::exists);
        assumeTrue(inventory.isPresent(), "skipped: the inventory of the original briefings is not on this machine");
        Set<String> mapped = new TreeSet<>();
        rows().forEach(row -> mapped.add(row.kind() + "/" + row.attribute()));
        Set<String> lacking = new TreeSet<>();
        for (JsonElement element : JsonParser.parseString(Files.readString(inventory.get())).getAsJsonArray()) {
            stated(element.getAsJsonObject()).stream().filter(name -> !mapped.contains(name)).forEach(lacking::add);
        }
        assertEquals(Set.of(), lacking, "kinds and attributes that mapping.csv lacks");
    }

    @Test
    void everyRowNamesAClassAndAFeatureOfTheModel() throws Exception {
        for (Row row : rows()) {
            assertFalse(row.how().isEmpty(), row::toString);
            EClass type = HubmarkPackage.eINSTANCE.getEClassifier(row.type()) instanceof EClass known ? known : null;
            boolean typed = row.type().isEmpty() || type != null || RECORDS.containsKey(row.type());
            assertEquals(true, typed, () -> "no such class: " + row);
            boolean featured = row.feature().isEmpty()
                    || (type != null ? type.getEStructuralFeature(row.feature()) != null
                            : RECORDS.getOrDefault(row.type(), Set.of()).contains(row.feature()));
            assertEquals(true, featured, () -> "no such feature: " + row);
        }
    }

    @Test
    void whatIsIgnoredIsIgnoredForAReason() throws Exception {
        rows().stream().filter(row -> row.how().equals("ignored"))
                .forEach(row -> assertFalse(row.note().isBlank(), row::toString));
    }

    private static Set<String> stated(JsonObject record) {
        String kind = record.get("kind").getAsString();
        Set<String> stated = new TreeSet<>(Set.of(kind + "/"));
        for (String field : record.keySet()) {
            if (field.startsWith("name")) {
                stated.add(kind + "/" + field);
            } else if (!field.equals("attributes")) {
                stated.add("*/" + field);
            }
        }
        record.getAsJsonObject("attributes").keySet().forEach(attribute -> stated.add(kind + "/" + attribute));
        return stated;
    }

    private record Row(String kind, String attribute, String type, String feature, String how, String note) {
    }

    private static List<Row> rows() throws Exception {
        return SeedFolder.of(Originals.root().resolve("seeds")).text("mapping.csv").lines().skip(1).map(line -> {
            String[] cells = line.split(",", 6);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }).toList();
    }
}
