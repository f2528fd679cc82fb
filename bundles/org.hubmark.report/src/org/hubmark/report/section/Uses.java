package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Stance;

/**
 * What a passage is used for, said once: facts of one key, cells of one column and roles of one object together, and no
 * mention of what the passage supports anyway. In the order of the evidence.
 */
record Uses(List<Use> all) {

    /** @param targets one, or several that are kin; not empty */
    record Use(Stance stance, List<UUID> targets, Set<Targets.Role> roles, String rationale) {

        UUID first() {
            return targets.getFirst();
        }
    }

    static Uses of(List<Evidence> evidence, Targets targets) {
        Set<UUID> supported = evidence.stream().filter(e -> e.stance() == Stance.SUPPORTS).map(Evidence::target)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        Map<List<Object>, Use> uses = new LinkedHashMap<>();
        for (Evidence e : evidence) {
            if (e.target() != null && !said(e, supported, targets)) {
                String rationale = Objects.requireNonNullElse(e.rationale(), "");
                Use use = uses.computeIfAbsent(List.of(e.stance(), group(targets, e.target()), rationale),
                        k -> new Use(e.stance(), new ArrayList<>(), new LinkedHashSet<>(), rationale));
                add(use, e, targets);
            }
        }
        return new Uses(List.copyOf(uses.values()));
    }

    /** Mentions of what is supported, and the row of a figure that is read from this very passage. */
    private static boolean said(Evidence e, Set<UUID> supported, Targets targets) {
        if (!Wording.blank(e.rationale())) {
            return false;
        }
        UUID figure = targets.figureOfRow(e.target());
        return e.stance() == Stance.MENTIONS && Wording.blank(e.role()) && supported.contains(e.target())
                || e.stance() == Stance.SUPPORTS && figure != null && supported.contains(figure);
    }

    private static void add(Use use, Evidence e, Targets targets) {
        if (!use.targets().contains(e.target())) {
            use.targets().add(e.target());
        }
        Targets.Role role = targets.role(e.target(), e.role());
        if (role != null) {
            use.roles().add(role);
        }
    }

    private static Object group(Targets targets, UUID target) {
        Targets.Kin kin = targets.kin(target);
        return kin == null ? target : List.of(kin.owner().getId(), kin.stem());
    }
}
