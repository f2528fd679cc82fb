package org.hubmark.core.briefing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/** A question the project keeps: one SELECT on the documented views. Contained in the project ("queries"). */
public record SavedQuery(UUID id, UUID project, String order, String name, String titleZh, String titleEn,
        String sql) {

    public static SavedQuery of(ObjectState s) {
        return new SavedQuery(s.id(), s.container(), s.placement().order(), s.text("name"), s.text("titleZh"),
                s.text("titleEn"), s.text("sql"));
    }

    public ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        Records.put(values, "name", name);
        Records.put(values, "titleZh", titleZh);
        Records.put(values, "titleEn", titleEn);
        Records.put(values, "sql", sql);
        return new ObjectState(id, RecordTypes.SAVED_QUERY, new Placement(project, "queries", order), values, Map.of());
    }
}
