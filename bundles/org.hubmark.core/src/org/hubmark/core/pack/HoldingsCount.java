package org.hubmark.core.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.pack.Pack.Link;
import org.hubmark.core.pack.Pack.PackPassage;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.CodePoints;

/** Counts what a project holds of the known briefings, and notes what it lacks. Used once. */
final class HoldingsCount {

    private final Messages messages = Messages.of(HoldingsCount.class);
    private final KeyedObjects objects;
    private final SeedModel model;
    private final Texts texts;
    private final Map<UUID, Map<String, UUID>> passages = new HashMap<>();
    private final Set<Said> evidence = new HashSet<>();
    private final List<String> gaps = new ArrayList<>();
    private int records;
    private int ranges;
    private int links;

    HoldingsCount(List<ObjectState> living, SeedModel model, Texts texts) {
        this.objects = new KeyedObjects(living);
        this.model = model;
        this.texts = texts;
        for (ObjectState state : living) {
            if (state.type().equals(RecordTypes.PASSAGE)) {
                passages.computeIfAbsent(state.container(), id -> new HashMap<>())
                        .put(state.text("segments"), state.id());
            } else if (state.type().equals(RecordTypes.EVIDENCE)) {
                Evidence e = Evidence.of(state);
                evidence.add(new Said(e.passage(), e.target(), e.role(), e.feature(), e.stance()));
            }
        }
    }

    /** The canonical text with this SHA-256. */
    @FunctionalInterface
    interface Texts {
        String of(String sha256) throws StoreException;
    }

    /** What makes a link what it is; who made it does not matter. */
    private record Said(UUID passage, UUID target, String role, String feature, Stance stance) {
    }

    int records() {
        return records;
    }

    int ranges() {
        return ranges;
    }

    int links() {
        return links;
    }

    List<String> gaps() {
        return gaps;
    }

    /** Counts records. What belongs to a briefing that is not imported is no gap of its own. */
    void records(Expectation expected, List<Pack> packs) {
        Set<String> absent = new HashSet<>();
        packs.stream().filter(pack -> edition(pack).isEmpty()).forEach(pack -> {
            absent.add(pack.key());
            pack.parts().forEach(part -> absent.add(part.key()));
        });
        for (String key : expected.objects()) {
            note(objects.ofKey(key).isPresent(), absent.contains(key), () -> messages.get("holdings.record", key));
        }
        for (List<String> reference : expected.references()) {
            String from = reference.get(1);
            String feature = reference.get(2);
            String to = reference.get(3);
            note(refers(from, feature, to), false, () -> messages.get("holdings.reference", from, feature, to));
        }
        Set<String> roles = new HashSet<>();
        evidence.forEach(said -> roles.add(said.target() + " " + said.role()));
        for (List<String> said : expected.evidence()) {
            boolean held = objects.ofKey(said.get(1)).map(id -> roles.contains(id + " " + said.get(2))).orElse(false);
            note(held, absent.contains(said.get(1)),
                    () -> messages.get("holdings.evidence", said.get(0), said.get(1)));
        }
    }

    private void note(boolean held, boolean explained, Supplier<String> gap) {
        if (held) {
            records++;
        } else if (!explained) {
            gaps.add(gap.get());
        }
    }

    private boolean refers(String key, String feature, String target) {
        Optional<UUID> from = objects.ofKey(key);
        Optional<UUID> to = objects.ofKey(target);
        return from.isPresent() && to.isPresent()
                && objects.get(from.get()).set(feature).contains(Value.ref(to.get()));
    }

    void pack(Pack pack) throws StoreException {
        Optional<Edition> edition = edition(pack);
        if (edition.isEmpty()) {
            List<PackPassage> stating = pack.passages().stream().filter(PackPassage::states).toList();
            long missing = stating.stream().mapToLong(passage -> stated(passage).size()).sum();
            gaps.add(messages.get("holdings.briefing", pack.briefing().get("title"), pack.key(), stating.size(),
                    missing));
            return;
        }
        CodePoints codePoints = new CodePoints(texts.of(pack.textSha256()));
        Map<String, UUID> there = passages.getOrDefault(edition.get().id(), Map.of());
        for (PackPassage passage : pack.passages()) {
            if (passage.states()) {
                int start = codePoints.toUtf16(passage.start());
                int end = codePoints.toUtf16(passage.end());
                passage(pack, passage, there.get(start + "-" + end));
            }
        }
    }

    private Optional<Edition> edition(Pack pack) {
        return objects.all().stream().filter(s -> s.type().equals(RecordTypes.EDITION)).map(Edition::of)
                .filter(e -> e.textSha256().equals(pack.textSha256())).findFirst();
    }

    private void passage(Pack pack, PackPassage passage, UUID id) {
        if (id == null) {
            gaps.add(messages.get("holdings.range", Integer.toString(passage.start()), Integer.toString(passage.end()),
                    pack.key()));
            return;
        }
        ranges++;
        for (Link link : stated(passage)) {
            Optional<UUID> target = model.find(objects, link.address());
            if (target.isPresent()
                    && evidence.contains(new Said(id, target.get(), link.role(), link.feature(), link.stance()))) {
                links++;
            } else {
                gaps.add(messages.get("holdings.evidence", passage.start() + "–" + passage.end(), link.address()));
            }
        }
    }

    private static List<Link> stated(PackPassage passage) {
        return passage.links().stream().filter(Link::counts).toList();
    }
}
