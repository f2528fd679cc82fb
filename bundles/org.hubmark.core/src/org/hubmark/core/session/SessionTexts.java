package org.hubmark.core.session;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Revision;

/** What a session tells its user, in the user's language. */
final class SessionTexts {

    private static final int LONGEST = 60;
    private static final List<String> RECORD_NAMES = List.of("title", "quote", "fileName");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Messages messages = Messages.of(SessionTexts.class);
    private final Function<UUID, EObject> find;

    /** @param find the objects of the model, by id; null for others */
    SessionTexts(Function<UUID, EObject> find) {
        this.find = find;
    }

    String undo(String label) {
        return messages.get("undo.label", label);
    }

    String redo(String label) {
        return messages.get("redo.label", label);
    }

    String nothingToUndo() {
        return messages.get("undo.nothing");
    }

    /** Why a step can't be undone or redone. */
    String blocked(String label, Revision theirs) {
        return messages.get("undo.blocked", label, theirs.author(), theirs.label(), time(theirs.when()));
    }

    /** Why change sets were taken back, in one sentence. */
    String rejected(List<ChangeSet> sets, CommitResult result) {
        ChangeSet first = sets.getFirst();
        String label = sets.size() == 1 ? messages.get("rejected.one", first.label())
                : messages.get("rejected.more", first.label(), sets.size() - 1);
        return result instanceof CommitResult.Refused refused
                ? messages.get("rejected.refused", label, named(refused.message(), first))
                : messages.get("rejected.other", label);
    }

    /** What the recording of a conflict is called in the log. */
    String conflict(String label) {
        return messages.get("conflict.label", label);
    }

    /** Why a decision was not taken. */
    String decided(String label) {
        return messages.get("conflict.decided", label);
    }

    /** A message of the store, which knows objects only by their ids, with their names instead. */
    private String named(String message, ChangeSet changes) {
        return ID.matcher(message).replaceAll(
                id -> Matcher.quoteReplacement("“" + name(UUID.fromString(id.group()), changes) + "”"));
    }

    /** What an object is called; a record by what the change set itself says of it. */
    private String name(UUID id, ChangeSet changes) {
        return changes.changes().stream().filter(change -> change.object().equals(id)).map(SessionTexts::state)
                .filter(Objects::nonNull).flatMap(state -> RECORD_NAMES.stream().map(state::text))
                .filter(Objects::nonNull).findFirst().map(SessionTexts::shortened).orElseGet(() -> name(id));
    }

    private static ObjectState state(Change change) {
        return switch (change) {
            case Change.Create(ObjectState state) -> state;
            case Change.Restore(ObjectState last) -> last;
            case Change.Delete(ObjectState last) -> last;
            default -> null;
        };
    }

    private String name(UUID id) {
        EObject object = find.apply(id);
        if (object != null) {
            List<String> features = Messages.isChinese(messages.locale())
                    ? List.of("nameZh", "nameEn", "name", "label", "text", "raw")
                    : List.of("nameEn", "nameZh", "name", "label", "text", "raw");
            for (String name : features) {
                EStructuralFeature feature = object.eClass().getEStructuralFeature(name);
                if (feature != null && object.eGet(feature) instanceof String text && !text.isBlank()) {
                    return shortened(text);
                }
            }
        }
        return messages.get("object.unnamed");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private String time(Instant when) {
        Locale locale = messages.locale();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .withZone(ZoneId.systemDefault()).format(when);
    }
}
