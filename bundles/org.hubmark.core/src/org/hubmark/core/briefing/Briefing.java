package org.hubmark.core.briefing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/**
 * A source that analysts read: what it is, without its text. Contained in the project ("briefings"). Every text may be
 * null but the title. {@code order} sorts the briefings of a project.
 *
 * @param key what the seeds call it (for example doc.000), null for others
 * @param published the date as far as it is known: 2024, 2024-05 or 2024-05-06
 * @param language BCP 47, for example zh
 */
public record Briefing(UUID id, UUID project, String order, String key, String title, String series, String issue,
        String publisher, String authors, String published, String language, String rights) {

    public static Briefing of(ObjectState s) {
        return new Briefing(s.id(), s.container(), s.placement().order(), s.text("key"), s.text("title"),
                s.text("series"), s.text("issue"), s.text("publisher"), s.text("authors"), s.text("published"),
                s.text("language"), s.text("rights"));
    }

    public ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        Records.put(values, "key", key);
        Records.put(values, "title", title);
        Records.put(values, "series", series);
        Records.put(values, "issue", issue);
        Records.put(values, "publisher", publisher);
        Records.put(values, "authors", authors);
        Records.put(values, "published", published);
        Records.put(values, "language", language);
        Records.put(values, "rights", rights);
        return new ObjectState(id, RecordTypes.BRIEFING, new Placement(project, "briefings", order), values, Map.of());
    }
}
