package org.hubmark.core.briefing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/**
 * A stretch of an edition that is what it is by its place, not by an analyst's judgement. Contained in its edition
 * ("parts").
 *
 * @param kind one of {@link #SECTION}, {@link #RUNNING_HEAD}, {@link #PAGE_BREAK}, {@link #TABLE}, {@link #CAPTION},
 *            {@link #CITATION}, {@link #MASTHEAD}
 * @param key what the seeds call it, null for others
 * @param number as printed, null if none
 * @param start first UTF-16 unit, {@code end} exclusive
 */
public record Part(UUID id, UUID edition, String order, String kind, String key, String number, String title,
        int start, int end) {

    public static final String SECTION = "section";
    public static final String RUNNING_HEAD = "running-head";
    public static final String PAGE_BREAK = "page-break";
    public static final String TABLE = "table";
    public static final String CAPTION = "caption";
    public static final String CITATION = "citation";
    public static final String MASTHEAD = "masthead";

    public static Part of(ObjectState s) {
        return new Part(s.id(), s.container(), s.placement().order(), s.text("kind"), s.text("key"), s.text("number"),
                s.text("title"), s.number("start", 0), s.number("end", 0));
    }

    public ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        Records.put(values, "kind", kind);
        Records.put(values, "key", key);
        Records.put(values, "number", number);
        Records.put(values, "title", title);
        values.put("start", Value.of(start));
        values.put("end", Value.of(end));
        return new ObjectState(id, RecordTypes.PART, new Placement(edition, "parts", order), values, Map.of());
    }
}
