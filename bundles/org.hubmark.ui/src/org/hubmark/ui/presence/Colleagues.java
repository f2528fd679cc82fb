package org.hubmark.ui.presence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Presence;
import org.hubmark.ui.model.Names;

/** Who else is at work in the project, and where: as it was when this was made. Model thread. */
public final class Colleagues {

    private final Session session;
    private final List<Colleague> all;

    private Colleagues(Session session, List<Colleague> all) {
        this.session = session;
        this.all = all;
    }

    /** All but this session. */
    public static Colleagues of(Session session) {
        Map<String, List<Presence>> byAccount = new LinkedHashMap<>();
        session.team().present().stream().filter(p -> !p.client().equals(session.client()))
                .forEach(p -> byAccount.computeIfAbsent(p.account(), account -> new ArrayList<>()).add(p));
        List<Colleague> all = new ArrayList<>();
        byAccount.forEach((account, sessions) -> all.add(new Colleague(account, sessions.getFirst().name(),
                sessions.stream().map(Presence::place).toList())));
        return new Colleagues(session, List.copyOf(all));
    }

    public List<Colleague> all() {
        return all;
    }

    /** Who has an edition, or the form of an element, in front. */
    public List<Colleague> at(UUID object) {
        return where(place -> object.equals(place.object()));
    }

    /** Who has one of the editions of a briefing in front. */
    public List<Colleague> in(Briefing briefing) {
        List<UUID> editions = session.editions(briefing.id()).stream().map(Edition::id).toList();
        return where(place -> place.object() != null && editions.contains(place.object()));
    }

    /** Who has selected a passage. */
    public List<Colleague> on(UUID detail) {
        return where(place -> detail.equals(place.detail()));
    }

    private List<Colleague> where(Predicate<Presence.Place> wanted) {
        return all.stream().filter(c -> c.places().stream().anyMatch(wanted)).toList();
    }

    /** The names of some, as an enumeration. */
    public static String names(List<Colleague> some) {
        return some.stream().map(Colleague::name).collect(Collectors.joining(Names.ofUser().separator()));
    }

    /** A line for each: who is where. */
    public String lines() {
        return all.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Colleague colleague) {
        Messages messages = Messages.of(Colleagues.class);
        String places = colleague.places().stream().map(this::title).filter(t -> !t.isEmpty()).distinct()
                .collect(Collectors.joining(Names.ofUser().separator()));
        return places.isEmpty() ? colleague.name() : messages.get("present.at", colleague.name(), places);
    }

    private String title(Presence.Place place) {
        if (place.object() == null) {
            return "";
        }
        Edition edition = session.edition(place.object());
        if (edition != null) {
            Briefing briefing = session.briefing(edition.briefing());
            return briefing == null ? "" : briefing.title();
        }
        EObject element = session.find(place.object());
        return element == null ? "" : Names.ofUser().of(element);
    }
}
