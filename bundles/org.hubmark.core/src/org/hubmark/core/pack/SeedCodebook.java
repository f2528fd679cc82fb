package org.hubmark.core.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.StoreException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The codebook of the sample project: a code for each family of mechanisms, and one for each kind of thing that is
 * stated. Immutable; safe on any thread.
 */
final class SeedCodebook {

    private static final String KIND = "code.kind.";
    private static final String FAMILY = "fam.";
    private static final Set<String> EXHIBITS = Set.of("Exhibit", "Column", "Row", "Cell", "Node", "Edge");
    private static final Set<String> STRUCTURE = Set.of(RecordTypes.BRIEFING, RecordTypes.PART);
    private static final Map<String, String> FEATURES = Map.of("name_zh", "nameZh", "name_en", "nameEn", "color",
            "color", "definition", "definition", "examples", "examples", "exclusions", "exclusions");

    private final List<JsonObject> codes;

    private SeedCodebook(List<JsonObject> codes) {
        this.codes = List.copyOf(codes);
    }

    static SeedCodebook read(SeedFolder seeds) throws IOException {
        List<JsonObject> codes = new ArrayList<>();
        for (JsonElement line : seeds.json("codebook.json").getAsJsonArray()) {
            codes.add(line.getAsJsonObject());
        }
        return new SeedCodebook(codes);
    }

    /** Adds the codes that the project has not. */
    void addTo(ProjectDraft draft) throws StoreException {
        UUID codebook = draft.container("Codebook", "codebook");
        for (int i = 0; i < codes.size(); i++) {
            JsonObject code = codes.get(i);
            String key = SeedObject.text(code, "key");
            if (draft.objects().ofKey(key).isEmpty()) {
                UUID parent = draft.objects().ofKey(SeedObject.text(code, "parent")).orElse(codebook);
                draft.create(new ObjectState(draft.free(key), "Code",
                        new Placement(parent, "codes", OrderKeys.nth(i)), values(key, code), Map.of()));
            }
        }
    }

    /** The codes of a passage that is evidence of this object: what kind of thing it is, and its families. */
    Set<UUID> codes(KeyedObjects there, ObjectState target) {
        Set<UUID> codes = new LinkedHashSet<>();
        there.ofKey(KIND + kind(target.type())).ifPresent(codes::add);
        for (Value family : target.set("families")) {
            ObjectState state = family instanceof Value.Ref(UUID id) ? there.get(id) : null;
            String key = state == null ? null : state.text("key");
            if (key != null && key.startsWith(FAMILY)) {
                there.ofKey("code.family." + key.substring(FAMILY.length())).ifPresent(codes::add);
            }
        }
        return codes;
    }

    Set<UUID> mention(KeyedObjects there) {
        return there.ofKey(KIND + "mention").map(Set::of).orElse(Set.of());
    }

    private static String kind(String type) {
        if (EXHIBITS.contains(type)) {
            return "exhibit";
        }
        if (STRUCTURE.contains(type)) {
            return "structure";
        }
        return "ResearchProject".equals(type) ? "project" : type.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Value> values(String key, JsonObject code) {
        Map<String, Value> values = new TreeMap<>();
        values.put("key", Value.of(key));
        FEATURES.forEach((field, feature) -> {
            String text = SeedObject.text(code, field);
            if (text != null && !text.isEmpty()) {
                values.put(feature, Value.of(text));
            }
        });
        return values;
    }
}
