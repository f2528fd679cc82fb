package org.hubmark.core.briefing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.text.Anchor;

/**
 * A marked stretch of an edition. Contained in its edition ("passages").
 *
 * @param codes ids of codes; empty if none
 * @param memo null if none
 * @param created ISO 8601, UTC; for display only
 */
public record Passage(UUID id, UUID edition, String order, Anchor anchor, Set<UUID> codes, String memo, String author,
        String created) {

    public Passage {
        codes = Set.copyOf(codes);
    }

    public static Passage of(ObjectState s) {
        Anchor anchor = new Anchor(Anchor.parse(s.text("segments")), s.text("quote"), Records.orEmpty(s.text("prefix")),
                Records.orEmpty(s.text("suffix")));
        return new Passage(s.id(), s.container(), s.placement().order(), anchor, Records.ids(s.set("codes")),
                s.text("memo"), s.text("author"), s.text("created"));
    }

    public ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        values.put("segments", Value.of(anchor.format()));
        values.put("start", Value.of(anchor.start()));
        values.put("end", Value.of(anchor.end()));
        values.put("quote", Value.of(anchor.quote()));
        Records.put(values, "prefix", anchor.prefix());
        Records.put(values, "suffix", anchor.suffix());
        Records.put(values, "memo", memo);
        Records.put(values, "author", author);
        Records.put(values, "created", created);
        return new ObjectState(id, RecordTypes.PASSAGE, new Placement(edition, "passages", order), values,
                codes.isEmpty() ? Map.of() : Map.of("codes", Records.refs(codes)));
    }
}
