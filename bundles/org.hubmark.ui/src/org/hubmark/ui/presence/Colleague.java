package org.hubmark.ui.presence;

import java.util.List;

import org.hubmark.core.store.Presence;
import org.hubmark.ui.reading.model.Palette;

/**
 * Another member who is at work in the project now. Immutable.
 *
 * @param places where: one for each of the member's sessions
 */
public record Colleague(String account, String name, List<Presence.Place> places) {

    public Colleague {
        places = List.copyOf(places);
    }

    /** One or two letters that stand for the name: of a Chinese name the first character. Never empty. */
    public String initials() {
        String[] words = name.strip().split("[\\s·.]+");
        if (words[0].isEmpty()) {
            return "?";
        }
        boolean alone = words.length == 1 || Character.isIdeographic(words[0].codePointAt(0));
        return alone ? first(words[0]) : first(words[0]) + first(words[words.length - 1]);
    }

    private static String first(String word) {
        return Character.toString(Character.toUpperCase(word.codePointAt(0)));
    }

    /** The member's colour, {@code "#RRGGBB"}: always the same one. */
    public String colour() {
        return Palette.member(account);
    }
}
