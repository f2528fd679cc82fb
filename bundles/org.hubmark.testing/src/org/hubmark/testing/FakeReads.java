package org.hubmark.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.PassageFilter;
import org.hubmark.core.store.PassageOrder;
import org.hubmark.core.store.Revision;


/** What a store in memory answers to questions about one project, in the order that a real one has. */
final class FakeReads {

    private static final Comparator<Passage> BY_PLACE = Comparator.<Passage>comparingInt(p -> p.anchor().start())
            .thenComparing(p -> p.anchor().end(), Comparator.reverseOrder()).thenComparing(Passage::id);

    private FakeReads() {
    }

    static BriefingContent content(FakeProject data, UUID edition, String text) {
        synchronized (data) {
            Edition of = Edition.of(data.living(edition));
            List<Passage> passages = data.all(RecordTypes.PASSAGE).map(Passage::of)
                    .filter(p -> p.edition().equals(edition)).sorted(BY_PLACE).toList();
            Set<UUID> ids = passages.stream().map(Passage::id).collect(Collectors.toSet());
            List<Evidence> evidence = data.all(RecordTypes.EVIDENCE).map(Evidence::of)
                    .filter(e -> ids.contains(e.passage())).toList();
            List<Part> parts = data.all(RecordTypes.PART).map(Part::of).filter(p -> p.edition().equals(edition))
                    .sorted(Comparator.comparingInt(Part::start)).toList();
            return new BriefingContent(data.newest(), Briefing.of(data.living(of.briefing())), of, text, parts, passages,
                    evidence);
        }
    }

    static List<ObjectState> objects(FakeProject data, Set<String> types, OptionalLong revision) {
        return data.stateAt(revision).stream().filter(s -> types.contains(s.type()))
                .sorted(Comparator.comparing(ObjectState::type)
                        .thenComparing(s -> s.placement() == null ? "" : s.placement().order())
                        .thenComparing(ObjectState::id))
                .toList();
    }

    static List<Passage> passages(FakeProject data, PassageFilter filter, PassageOrder order) {
        synchronized (data) {
            Stream<Passage> passages = data.all(RecordTypes.PASSAGE).map(Passage::of)
                    .filter(p -> filter.edition() == null || filter.edition().equals(p.edition()))
                    .filter(p -> filter.code() == null || p.codes().contains(filter.code()))
                    .filter(p -> filter.target() == null || data.isEvidence(p.id(), filter.target()))
                    .filter(p -> filter.quoteContains() == null
                            || p.anchor().quote().contains(filter.quoteContains()));
            Comparator<Passage> by = order == PassageOrder.NEWEST
                    ? Comparator.<Passage>comparingLong(p -> data.creation(p.id())).reversed()
                    : Comparator.comparing(Passage::edition).thenComparing(BY_PLACE);
            return passages.sorted(by).toList();
        }
    }

    static List<Evidence> evidence(FakeProject data, UUID target) {
        return data.stateAt(OptionalLong.empty()).stream().filter(s -> RecordTypes.EVIDENCE.equals(s.type()))
                .map(Evidence::of).filter(e -> e.target().equals(target)).toList();
    }

    static List<Revision> latest(FakeProject data, LogFilter filter) {
        Set<UUID> objects = filter.belongings() ? data.belongings(filter.object()) : Set.of();
        return data.since(0).reversed().stream()
                .filter(r -> filter.before() == 0 || r.number() < filter.before())
                .filter(r -> filter.author() == null || filter.author().equals(r.author()))
                .filter(r -> filter.from() == null || !r.when().isBefore(filter.from()))
                .filter(r -> filter.labelContains() == null || r.label().toLowerCase(Locale.ROOT)
                        .contains(filter.labelContains().toLowerCase(Locale.ROOT)))
                .filter(r -> filter.object() == null || r.changes().stream()
                        .anyMatch(c -> c.object().equals(filter.object()) || objects.contains(c.object()))).toList();
    }
}
