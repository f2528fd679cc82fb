package org.hubmark.core.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.nls.Messages;

/**
 * What objects, their features and values are called in one language, from their states alone: also of what is deleted
 * or is no EMF object. A passage is called by its quote, a part by itself and what it belongs to. Belongs to the thread
 * of its lookup.
 */
public final class ObjectNames {

    private static final int LONGEST = 60;
    private static final Set<String> GROUNDS = Set.of("Project", "Codebook", "HubModel", RecordTypes.BRIEFING,
            RecordTypes.EDITION);
    private static final List<String> ZH = List.of("nameZh", "titleZh", "nameEn", "titleEn");
    private static final List<String> EN = List.of("nameEn", "titleEn", "nameZh", "titleZh");
    private static final List<String> OTHERS = List.of("title", "name", "fileName", "label", "text", "raw", "measure",
            "key", "kind");
    private static final Set<String> CHOICES = Set.of("status", "stance", "state", "kind");
    private static final Map<String, List<String>> PARTS = Map.of("Relation", List.of("source", "type", "target"),
            "Edge", List.of("source", "target"), RecordTypes.EVIDENCE, List.of("target"), "Metric", List.of("subject"));

    private final Messages messages;
    private final Function<UUID, ObjectState> find;

    /** @param find the last known state of an object, living or not; null if unknown */
    public ObjectNames(Locale locale, Function<UUID, ObjectState> find) {
        this.messages = Messages.of(ObjectNames.class, locale);
        this.find = find;
    }

    /** In the language of the user. */
    public ObjectNames(Function<UUID, ObjectState> find) {
        this(Locale.getDefault(Locale.Category.DISPLAY), find);
    }

    /** The other objects that the name of an object is made of, but for what those need in turn. */
    public static Set<UUID> needs(ObjectState state) {
        Set<UUID> ids = new LinkedHashSet<>();
        if (state.placement() != null) {
            ids.add(state.container());
        }
        PARTS.getOrDefault(state.type(), List.of()).stream().map(state::ref).filter(id -> id != null)
                .forEach(ids::add);
        return ids;
    }

    /** What an object is called, with what it belongs to. Never empty. */
    public String of(UUID id) {
        return of(find.apply(id));
    }

    /** What an object is called, with what it belongs to; null stands for an unknown one. Never empty. */
    public String of(ObjectState state) {
        if (state == null) {
            return messages.get("name.unknown");
        }
        List<String> owners = new ArrayList<>();
        Set<UUID> way = new HashSet<>(Set.of(state.id()));
        ObjectState owner = RecordTypes.EVIDENCE.equals(state.type()) ? null : owner(state);
        while (owner != null && way.add(owner.id())) {
            owners.add(own(owner));
            owner = owner(owner);
        }
        return owners.isEmpty() ? own(state) : messages.get("name.in", own(state), String.join(" · ", owners));
    }

    /** A value for people: an object by its name, a long text shortened; never null. */
    public String value(Value value) {
        return switch (value) {
            case null -> messages.get("value.none");
            case Value.Text(String text) -> shortened(text);
            case Value.Number(java.math.BigDecimal number) -> number.toPlainString();
            case Value.Flag(boolean flag) -> messages.get(flag ? "value.yes" : "value.no");
            case Value.Ref(UUID id) -> of(id);
        };
    }

    /** A value of this feature for people: what stands for a choice in the store is worded as well. */
    public String value(String feature, Value value) {
        return CHOICES.contains(feature) && value instanceof Value.Text(String literal)
                ? messages.getOr("literal." + literal, literal)
                : value(value);
    }

    /** What a feature of the model or of a record is called. */
    public String feature(String feature) {
        return messages.getOr("feature." + feature, feature);
    }

    /** What a class of the model or a type of record is called. */
    public String type(String type) {
        return messages.getOr("type." + type, type);
    }

    Messages messages() {
        return messages;
    }

    private ObjectState owner(ObjectState state) {
        ObjectState container = state.placement() == null ? null : find.apply(state.container());
        return container == null || GROUNDS.contains(container.type()) ? null : container;
    }

    private String own(ObjectState state) {
        return switch (state.type()) {
            case RecordTypes.PASSAGE -> messages.get("name.quote", shortened(String.valueOf(state.text("quote"))));
            case RecordTypes.EVIDENCE -> messages.get("name.evidence", shallow(state.container()),
                    shallow(state.ref("target")));
            case "Relation" -> messages.get("name.relation", shallow(state.ref("source")), shallow(state.ref("type")),
                    shallow(state.ref("target")));
            case "Edge" -> messages.get("name.edge", shallow(state.ref("source")), shallow(state.ref("target")));
            case "Fact" -> state.text("key") == null ? plain(state) : shortened(state.text("key"));
            case "Metric" -> state.text("nameZh") == null && state.text("nameEn") == null && state.ref("subject") != null
                    ? messages.get("name.in", plain(state), shallow(state.ref("subject")))
                    : plain(state);
            default -> plain(state);
        };
    }

    /** Without what it belongs to: as a part of another name. A relation of relations is not followed further. */
    private String shallow(UUID id) {
        ObjectState state = id == null ? null : find.apply(id);
        return state == null ? messages.get("name.unknown")
                : RecordTypes.PASSAGE.equals(state.type()) ? own(state) : plain(state);
    }

    private String plain(ObjectState state) {
        List<String> names = Messages.isChinese(messages.locale()) ? ZH : EN;
        return Stream.concat(names.stream(), OTHERS.stream()).map(state::text)
                .filter(text -> text != null && !text.isBlank()).findFirst().map(ObjectNames::shortened)
                .orElseGet(() -> type(state.type()));
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
