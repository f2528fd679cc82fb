package org.hubmark.core.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.Revision;
import org.hubmark.model.Project;

/** A whole project at one revision, made of its object states. */
public final class LoadedProject implements ProjectContent {

    private final Revision revision;
    private final boolean newest;
    private final List<ObjectState> states;
    private final Project project;
    private final List<BriefingContent> briefings;
    private final Map<UUID, Passage> passages = new HashMap<>();
    private final Map<UUID, BriefingContent> ofEdition = new HashMap<>();
    private final Map<UUID, List<Evidence>> ofTarget = new HashMap<>();

    /** @param texts the canonical texts, by edition */
    LoadedProject(Revision revision, boolean newest, List<ObjectState> states, Map<UUID, String> texts) {
        this.revision = revision;
        this.newest = newest;
        this.states = List.copyOf(states);
        this.project = ModelReader.read(this.states);
        this.briefings = List.copyOf(briefings(texts));
        for (BriefingContent content : briefings) {
            ofEdition.put(content.edition().id(), content);
            content.passages().forEach(passage -> passages.put(passage.id(), passage));
            content.evidence()
                    .forEach(e -> ofTarget.computeIfAbsent(e.target(), target -> new ArrayList<>()).add(e));
        }
    }

    /** Every object as the store has it. */
    public List<ObjectState> states() {
        return states;
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public long revision() {
        return revision.number();
    }

    @Override
    public boolean isNewest() {
        return newest;
    }

    @Override
    public Instant when() {
        return revision.when();
    }

    @Override
    public String author() {
        return revision.author();
    }

    @Override
    public List<BriefingContent> briefings() {
        return briefings;
    }

    @Override
    public List<Evidence> evidence(UUID target) {
        return List.copyOf(ofTarget.getOrDefault(target, List.of()));
    }

    @Override
    public Passage passage(UUID id) {
        return passages.get(id);
    }

    @Override
    public BriefingContent briefingOf(Passage passage) {
        return ofEdition.get(passage.edition());
    }

    private List<BriefingContent> briefings(Map<UUID, String> texts) {
        Map<UUID, Briefing> byId = new HashMap<>();
        all(RecordTypes.BRIEFING, Briefing::of).forEach(briefing -> byId.put(briefing.id(), briefing));
        Map<UUID, List<Part>> parts = grouped(RecordTypes.PART, Part::of, Part::edition);
        Map<UUID, List<Passage>> marked = grouped(RecordTypes.PASSAGE, Passage::of, Passage::edition);
        Map<UUID, List<Evidence>> evidence = grouped(RecordTypes.EVIDENCE, Evidence::of, Evidence::passage);
        return all(RecordTypes.EDITION, Edition::of).stream().filter(edition -> byId.containsKey(edition.briefing()))
                .sorted(Comparator.<Edition, String>comparing(edition -> byId.get(edition.briefing()).order())
                        .thenComparing(Edition::briefing).thenComparing(Edition::order).thenComparing(Edition::id))
                .map(edition -> {
                    List<Passage> here = sorted(marked.getOrDefault(edition.id(), List.of()));
                    return new BriefingContent(revision.number(), byId.get(edition.briefing()), edition,
                            texts.get(edition.id()), byStart(parts.getOrDefault(edition.id(), List.of())), here,
                            evidence(here, evidence));
                }).toList();
    }

    private static List<Passage> sorted(List<Passage> passages) {
        return passages.stream().sorted(Comparator.<Passage>comparingInt(p -> p.anchor().start())
                .thenComparing(p -> p.anchor().end(), Comparator.reverseOrder()).thenComparing(Passage::id)).toList();
    }

    private static List<Part> byStart(List<Part> parts) {
        return parts.stream().sorted(Comparator.comparingInt(Part::start).thenComparing(Part::id)).toList();
    }

    private static List<Evidence> evidence(List<Passage> passages, Map<UUID, List<Evidence>> ofPassage) {
        return passages.stream().flatMap(passage -> ofPassage.getOrDefault(passage.id(), List.of()).stream()
                .sorted(Comparator.comparing(Evidence::id))).toList();
    }

    private <T> List<T> all(String type, Function<ObjectState, T> read) {
        return states.stream().filter(state -> state.type().equals(type)).map(read).toList();
    }

    private <T> Map<UUID, List<T>> grouped(String type, Function<ObjectState, T> read, Function<T, UUID> by) {
        Map<UUID, List<T>> grouped = new LinkedHashMap<>();
        all(type, read).forEach(one -> grouped.computeIfAbsent(by.apply(one), id -> new ArrayList<>()).add(one));
        return grouped;
    }
}
