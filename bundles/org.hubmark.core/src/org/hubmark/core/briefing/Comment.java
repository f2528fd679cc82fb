package org.hubmark.core.briefing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/**
 * What a member says about a passage, an element or a code, or in reply to another comment. Contained in that
 * ("comments").
 *
 * @param about the passage, element, code or comment
 * @param text null if its author took it back while it had replies
 * @param author the name of the member
 * @param created ISO 8601, UTC; for display only
 * @param resolved whether what it asks for is done; of a reply always false
 * @param mentions accounts of the members it is for; empty if none
 */
public record Comment(UUID id, UUID about, String order, String text, String author, String created, boolean resolved,
        Set<String> mentions) {

    /** The containment feature it stands in. */
    public static final String FEATURE = "comments";
    public static final String TEXT = "text";
    public static final String RESOLVED = "resolved";
    public static final String MENTIONS = "mentions";

    public Comment {
        mentions = Set.copyOf(mentions);
    }

    public static Comment of(ObjectState s) {
        return new Comment(s.id(), s.container(), s.placement().order(), s.text(TEXT), s.text("author"),
                s.text("created"), s.flag(RESOLVED), s.set(MENTIONS).stream().filter(Value.Text.class::isInstance)
                        .map(value -> ((Value.Text) value).text()).collect(Collectors.toSet()));
    }

    public ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        Records.put(values, TEXT, text);
        Records.put(values, "author", author);
        Records.put(values, "created", created);
        if (resolved) {
            values.put(RESOLVED, Value.of(true));
        }
        Set<Value> accounts = mentions.stream().sorted().map(Value::of)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return new ObjectState(id, RecordTypes.COMMENT, new Placement(about, FEATURE, order), values,
                accounts.isEmpty() ? Map.of() : Map.of(MENTIONS, accounts));
    }
}
