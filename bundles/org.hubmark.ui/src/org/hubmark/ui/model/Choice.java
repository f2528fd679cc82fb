package org.hubmark.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that can be picked by typing a part of one of its names: a code or an element. Immutable.
 *
 * @param type its class in the model, for example Code or Mechanism
 * @param label as it is listed
 * @param detail tells it from others of the same label; may be empty
 * @param names all that it is found by, in lower case
 */
public record Choice(UUID id, String type, String label, String detail, List<String> names) {

    /** A choice that is found by its names, by their pinyin initials and by its key. */
    public static Choice of(UUID id, String type, String label, String detail, List<String> names) {
        List<String> lower = names.stream().filter(n -> n != null && !n.isBlank())
                .map(n -> n.toLowerCase(Locale.ROOT)).toList();
        List<String> all = new ArrayList<>(lower);
        lower.stream().map(PinyinInitials::of).filter(p -> !p.isEmpty()).forEach(all::add);
        return new Choice(id, type, label, detail, List.copyOf(all));
    }

    /** How well it fits what was typed (lower case): 0 best, 3 worst, -1 not at all. An empty text fits all. */
    int rank(String typed) {
        int best = -1;
        for (String name : names) {
            int at = name.indexOf(typed);
            if (at >= 0) {
                int rank = at == 0 ? name.length() == typed.length() ? 0 : 1 : startsWord(name, at) ? 2 : 3;
                best = best < 0 ? rank : Math.min(best, rank);
            }
        }
        return best;
    }

    private static boolean startsWord(String name, int at) {
        return !Character.isLetterOrDigit(name.charAt(at - 1));
    }
}
