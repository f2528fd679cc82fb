package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hubmark.core.briefing.Comment;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;

/**
 * What a curator does with codes, as changes for {@code Session.execute}. The id of a new code is that of the first
 * change. Model thread.
 */
public final class CodeCommands {

    private static final String CODES = "codes";

    private CodeCommands() {
    }

    /** A new code at the end of a code's sub-codes, or of the codebook if {@code parent} is null. Texts may be null. */
    public static List<Change> create(Session session, UUID parent, String nameZh, String nameEn, String color) {
        Map<String, Value> values = new TreeMap<>();
        put(values, "nameZh", nameZh);
        put(values, "nameEn", nameEn);
        put(values, "color", color);
        UUID container = container(session, parent);
        return List.of(new Change.Create(new ObjectState(Ids.next(), "Code",
                new Placement(container, CODES, session.orderAtEnd(container, CODES)), values, Map.of())));
    }

    /**
     * Another parent (null: the codebook itself) and place among its other codes, counted from 0. Empty if it is there
     * already.
     *
     * @throws IllegalArgumentException if the parent is the code itself or below it
     */
    public static List<Change> move(Session session, UUID code, UUID parent, int index) {
        UUID container = container(session, parent);
        if (EcoreUtil.isAncestor(session.find(code), session.find(container))) {
            throw new IllegalArgumentException("a code can't be moved into itself");
        }
        List<UUID> others = children(session, container).stream().filter(id -> !id.equals(code)).toList();
        List<UUID> now = children(session, container);
        if (now.indexOf(code) == index) {
            return List.of();
        }
        String low = index == 0 ? null : order(session, others.get(index - 1));
        String high = index < others.size() ? order(session, others.get(index)) : null;
        return List.of(new Change.Move(code, session.placement(code),
                new Placement(container, CODES, OrderKeys.between(low, high))));
    }

    /** Deletes a code, the codes under it, and takes them off every passage. Comes later, on the model thread. */
    public static CompletableFuture<List<Change>> delete(Session session, UUID code) {
        List<UUID> codes = new ArrayList<>();
        collect(session, code, codes);
        List<Change> changes = new ArrayList<>();
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (UUID one : codes) {
            all = all.thenCombine(session.passages(one), (nothing, passages) -> {
                passages.forEach(passage -> changes.addAll(PassageCommands.uncode(passage, one)));
                return null;
            });
        }
        return all.thenCompose(nothing -> ElementCommands.delete(session, Set.of(code))).thenApply(deletions -> {
            changes.addAll(deletions);
            return changes;
        });
    }

    /**
     * Makes two codes one: every passage with {@code code}, loaded or not, gets {@code into} instead; codes under it
     * and comments on it move along; then it is deleted. Comes later, on the model thread.
     *
     * @throws IllegalArgumentException if {@code into} is the code itself or below it
     */
    public static CompletableFuture<List<Change>> merge(Session session, UUID code, UUID into) {
        if (EcoreUtil.isAncestor(session.find(code), session.find(into))) {
            throw new IllegalArgumentException("a code can't be merged into itself");
        }
        return session.passages(code).thenCompose(passages -> {
            List<Change> changes = new ArrayList<>();
            for (Passage passage : passages) {
                changes.addAll(PassageCommands.code(passage, into));
                changes.addAll(PassageCommands.uncode(passage, code));
            }
            addMoves(session, code, into, changes);
            return new Deletion(session, List.of(code), false).changes().thenApply(deletion -> {
                changes.addAll(deletion);
                return changes;
            });
        });
    }

    private static void addMoves(Session session, UUID code, UUID into, List<Change> changes) {
        String last = session.orderAtEnd(into, CODES);
        for (UUID child : children(session, code)) {
            changes.add(new Change.Move(child, session.placement(child), new Placement(into, CODES, last)));
            last = OrderKeys.between(last, null);
        }
        String lastComment = session.orderAtEnd(into, Comment.FEATURE);
        for (Comment comment : session.team().comments(code)) {
            changes.add(new Change.Move(comment.id(), comment.state().placement(),
                    new Placement(into, Comment.FEATURE, lastComment)));
            lastComment = OrderKeys.between(lastComment, null);
        }
    }

    private static void collect(Session session, UUID code, List<UUID> codes) {
        codes.add(code);
        children(session, code).forEach(child -> collect(session, child, codes));
    }

    private static UUID container(Session session, UUID parent) {
        return parent == null ? Session.id(session.project().getCodebook()) : parent;
    }

    private static List<UUID> children(Session session, UUID container) {
        List<Code> codes = session.find(container) instanceof Code code ? code.getCodes()
                : session.project().getCodebook().getCodes();
        return codes.stream().map(Session::id).toList();
    }

    private static String order(Session session, UUID code) {
        return session.placement(code).order();
    }

    private static void put(Map<String, Value> values, String feature, String text) {
        if (text != null) {
            values.put(feature, Value.of(text));
        }
    }
}
