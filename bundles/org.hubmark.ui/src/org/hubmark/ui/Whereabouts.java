package org.hubmark.ui;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ObjectHistory;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.model.Element;

/**
 * Where an object is to be seen: a fact in the form of its element, a piece of evidence at its passage.
 *
 * @param kind where to look
 * @param object the element, code, edition, briefing or conflict to open; null if it is nowhere any more
 * @param passage the passage to show in the edition, or null
 * @param title of what is opened, as far as it is known
 */
public record Whereabouts(Kind kind, UUID object, UUID passage, String title) {

    private static final Whereabouts GONE = new Whereabouts(Kind.NOWHERE, null, null, "");

    /** Where things are seen. */
    public enum Kind {
        ELEMENT, CODE, EDITION, BRIEFING, CONFLICT, NOWHERE
    }

    /**
     * Looks where an object is now. Asks the store about what nobody has opened; completes on the model thread, with a
     * {@code StoreException} if the store can't be asked. Model thread.
     */
    public static CompletableFuture<Whereabouts> of(Session session, UUID id) {
        return climb(session, id, null, new HashSet<>());
    }

    private static CompletableFuture<Whereabouts> climb(Session session, UUID id, UUID passage, Set<UUID> way) {
        Whereabouts here = here(session, id, passage);
        if (here != null || !way.add(id)) {
            return CompletableFuture.completedFuture(here == null ? GONE : here);
        }
        ObjectState state = session.state(id);
        return (state != null ? CompletableFuture.completedFuture(state) : stored(session, id)).thenCompose(found -> {
            if (found == null || found.placement() == null) {
                return CompletableFuture.completedFuture(GONE);
            }
            UUID at = RecordTypes.PASSAGE.equals(found.type()) ? id : passage;
            return climb(session, found.container(), at, way);
        });
    }

    private static CompletableFuture<ObjectState> stored(Session session, UUID id) {
        return session.read((store, monitor) -> {
            ObjectHistory history = ObjectHistory.read(store, id, monitor);
            return history.isLiving() ? history.last() : null;
        });
    }

    private static Whereabouts here(Session session, UUID id, UUID passage) {
        if (session.find(id) instanceof Element) {
            return new Whereabouts(Kind.ELEMENT, id, null, "");
        }
        if (session.find(id) instanceof Code) {
            return new Whereabouts(Kind.CODE, id, null, "");
        }
        if (session.edition(id) != null) {
            return new Whereabouts(Kind.EDITION, id, passage, title(session, session.edition(id).briefing()));
        }
        if (session.briefing(id) != null) {
            return new Whereabouts(Kind.BRIEFING, id, null, title(session, id));
        }
        return session.team().conflict(id) == null ? null : new Whereabouts(Kind.CONFLICT, id, null, "");
    }

    private static String title(Session session, UUID briefing) {
        return session.briefing(briefing) == null ? "" : session.briefing(briefing).title();
    }

    /**
     * The first object on the way up from an object, itself included, that passes; null if none does, as far as the
     * session knows without asking. Model thread.
     */
    public static UUID owner(Session session, UUID id, Predicate<UUID> wanted) {
        Set<UUID> way = new HashSet<>();
        UUID at = id;
        while (at != null && way.add(at)) {
            if (wanted.test(at)) {
                return at;
            }
            ObjectState state = session.state(at);
            at = state == null || state.placement() == null ? null : state.container();
        }
        return null;
    }
}
