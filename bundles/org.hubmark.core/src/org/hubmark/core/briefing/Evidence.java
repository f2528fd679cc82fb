package org.hubmark.core.briefing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/**
 * The link from a passage to what it is evidence of. Contained in its passage ("evidence").
 *
 * @param target the object: an element, a fact, a cell, an edge, a briefing …
 * @param feature the single-valued feature of the target that is meant, or null for the object as a whole
 * @param role what the passage is in its place (column, node, caption …), or null
 * @param strength 1 to 3, or 0 if not judged
 */
public record Evidence(UUID id, UUID passage, String order, UUID target, String feature, String role, Stance stance,
        int strength, String rationale, String author, String created) {

    public static Evidence of(ObjectState s) {
        return new Evidence(s.id(), s.container(), s.placement().order(), s.ref("target"), s.text("feature"),
                s.text("role"), Stance.of(s.text("stance")), s.number("strength", 0), s.text("rationale"),
                s.text("author"), s.text("created"));
    }

    public ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        values.put("target", Value.ref(target));
        Records.put(values, "feature", feature);
        Records.put(values, "role", role);
        values.put("stance", Value.of(stance.literal()));
        if (strength > 0) {
            values.put("strength", Value.of(strength));
        }
        Records.put(values, "rationale", rationale);
        Records.put(values, "author", author);
        Records.put(values, "created", created);
        return new ObjectState(id, RecordTypes.EVIDENCE, new Placement(passage, "evidence", order), values, Map.of());
    }
}
