package org.hubmark.core.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.hubmark.core.change.ObjectState;

/** Names objects so that a user finds them: their type and what they are called, or what contains them is. */
final class Places {

    private static final List<String> NAMES = List.of("nameZh", "nameEn", "name", "title", "fileName", "quote", "label",
            "text", "raw", "key");
    private static final int LONGEST = 40;

    private final Map<UUID, ObjectState> byId = new HashMap<>();

    Places(List<ObjectState> states) {
        states.forEach(state -> byId.put(state.id(), state));
    }

    ObjectState get(UUID id) {
        return byId.get(id);
    }

    /** For example: Fact 占地 (Hub 筑波). */
    String of(UUID id) {
        ObjectState state = byId.get(id);
        if (state == null) {
            return id.toString();
        }
        String own = name(state);
        ObjectState container = state.container() == null ? null : byId.get(state.container());
        String in = container == null ? null : name(container);
        return Stream.of(state.type(), own == null ? id.toString() : own,
                in == null ? null : "(" + container.type() + " " + in + ")").filter(Objects::nonNull)
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private static String name(ObjectState state) {
        return NAMES.stream().map(state::text).filter(text -> text != null && !text.isBlank()).findFirst()
                .map(Places::shortened).orElse(null);
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
