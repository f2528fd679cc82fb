package org.hubmark.core.conflict;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.NetChanges;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.history.ChangeLines;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.nls.Messages;

/** Words conflicts for people. Belongs to the thread of its lookup. */
public final class ConflictViews {

    private final Locale locale;
    private final Messages messages;
    private final Function<UUID, ObjectState> here;

    /** @param here objects as they are now; null if unknown */
    public ConflictViews(Locale locale, Function<UUID, ObjectState> here) {
        this.locale = locale;
        this.messages = Messages.of(ConflictViews.class, locale);
        this.here = here;
    }

    /** In the language of the user. */
    public ConflictViews(Function<UUID, ObjectState> here) {
        this(Locale.getDefault(Locale.Category.DISPLAY), here);
    }

    public ConflictView of(Conflict conflict) {
        List<Change> net = NetChanges.of(conflict.sets().stream().flatMap(set -> set.changes().stream()).toList());
        Map<UUID, ObjectState> told = new HashMap<>();
        conflict.details().forEach(detail -> {
            told.putAll(ChangeLines.told(detail.their()));
            if (detail.subject() != null) {
                told.put(detail.object(), detail.subject());
            }
        });
        told.putAll(ChangeLines.told(net));
        Function<UUID, ObjectState> known = id -> here.apply(id) == null ? told.get(id) : here.apply(id);
        ChangeLines lines = new ChangeLines(locale, known);
        List<ConflictView.Item> items = new ArrayList<>();
        conflict.details().forEach(detail -> items.add(item(detail, net, new ObjectNames(locale, known), lines)));
        List<ChangeLine> work = lines.of(net);
        return new ConflictView(conflict.id(), conflict.label(), Math.max(1, conflict.sets().size()), conflict.author(),
                conflict.created(), conflict.state(), conflict.decidedBy(), conflict.decidedAt(), List.copyOf(items),
                work, net.size() - work.size(), text(conflict, items));
    }

    private String text(Conflict conflict, List<ConflictView.Item> items) {
        String first = items.isEmpty() ? "" : items.getFirst().text();
        return items.size() < 2 ? messages.get("conflict.one", conflict.label(), conflict.author(), first)
                : messages.get("conflict.many", conflict.label(), conflict.author(), first, items.size() - 1);
    }

    private ConflictView.Item item(Contention c, List<Change> net, ObjectNames names, ChangeLines lines) {
        ObjectState state = here.apply(c.object());
        ObjectState named = state == null ? c.subject() : state;
        String name = named == null ? names.of(c.object()) : names.of(named);
        String feature = c.feature() == null ? null
                : c.kind() == Contention.Kind.VALUE ? names.feature(c.feature()) : messages.get("item.place");
        String mine = mine(c, net, names, lines);
        String theirs = theirs(c, names, lines);
        return new ConflictView.Item(c.kind(), c.object(), state != null, name,
                named == null ? names.type("?") : names.type(named.type()), feature,
                c.feature() == null ? null : names.value(c.feature(), c.base()), mine, theirs, c.who(), c.when(),
                c.revision(), text(c, name, feature, mine, theirs));
    }

    private String mine(Contention c, List<Change> net, ObjectNames names, ChangeLines lines) {
        return switch (c.kind()) {
            case VALUE, PLACE, CYCLE -> names.value(c.feature(), c.mine());
            case DELETION_AGAINST_EDIT -> messages.get("item.deleted");
            case EDIT_AGAINST_DELETION, BOTH_CREATED -> joined(lines.of(Share.lost(net, c)));
        };
    }

    private String theirs(Contention c, ObjectNames names, ChangeLines lines) {
        return switch (c.kind()) {
            case VALUE, PLACE -> names.value(c.feature(), c.theirs());
            case EDIT_AGAINST_DELETION -> messages.get("item.deleted");
            case CYCLE, DELETION_AGAINST_EDIT, BOTH_CREATED -> c.their().isEmpty() ? messages.get("item.changed")
                    : joined(lines.of(c.their()));
        };
    }

    private String joined(List<ChangeLine> lines) {
        return lines.isEmpty() ? messages.get("item.changed")
                : lines.stream().map(ChangeLine::text).collect(Collectors.joining(messages.get("item.separator")));
    }

    private String text(Contention c, String name, String feature, String mine, String theirs) {
        String when = time(c.when());
        return switch (c.kind()) {
            case VALUE -> messages.get("item.value", c.who(), feature, name, when, theirs, mine);
            case PLACE -> messages.get("item.moved", c.who(), name, when, theirs, mine);
            case CYCLE -> messages.get("item.cycle", c.who(), name, when, theirs, mine);
            case EDIT_AGAINST_DELETION -> messages.get("item.gone", c.who(), name, when, mine);
            case DELETION_AGAINST_EDIT -> messages.get("item.kept", c.who(), name, when, theirs);
            case BOTH_CREATED -> messages.get("item.both", c.who(), name, when);
        };
    }

    private String time(String iso) {
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(messages.locale()).withZone(ZoneId.systemDefault()).format(Instant.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
