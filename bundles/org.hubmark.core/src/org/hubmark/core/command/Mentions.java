package org.hubmark.core.command;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.hubmark.core.store.Member;

/** Finds whom a text mentions: {@code @} and the name or account of a member. */
public final class Mentions {

    private Mentions() {
    }

    /**
     * The accounts of the members that are mentioned, in the order of the text. Whatever the case; the longest name
     * counts. After a Chinese name the sentence may go on without a blank, after a Latin one it may not.
     */
    public static Set<String> in(String text, Collection<Member> members) {
        Set<String> accounts = new LinkedHashSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
            String rest = lower.substring(at + 1);
            String account = null;
            int longest = 0;
            for (Member member : members) {
                int length = Stream.of(member.name(), member.account()).map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty() && rest.startsWith(name) && ends(rest, name.length()))
                        .mapToInt(String::length).max().orElse(0);
                if (length > longest) {
                    longest = length;
                    account = member.account();
                }
            }
            if (account != null) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    private static boolean ends(String rest, int length) {
        return length == rest.length() || !isLatin(rest.codePointBefore(length)) || !isLatin(rest.codePointAt(length));
    }

    private static boolean isLatin(int c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }
}
