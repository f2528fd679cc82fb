package org.hubmark.ui.comment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.hubmark.core.store.Member;

/** Which members a half-written {@code @name} may mean, and what the text becomes with one of them. Pure. */
record MentionCompletion(String text, int caret, int at) {

    private static final int LONGEST = 20;
    private static final int MOST = 6;

    /** The mention that is being written before the caret; null if there is none. */
    static MentionCompletion of(String text, int caret) {
        int at = text.lastIndexOf('@', caret - 1);
        if (at < 0 || caret - at > LONGEST || text.substring(at, caret).matches("(?s).*[\\s，。,;；!！?？].*")) {
            return null;
        }
        boolean inWord = at > 0 && isLatin(text.codePointBefore(at));
        return inWord ? null : new MentionCompletion(text, caret, at);
    }

    private static boolean isLatin(int c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    /** Whose name or account has what is written; those in which one of both begins with it first. */
    List<Member> among(List<Member> members) {
        String typed = text.substring(at + 1, caret).toLowerCase(Locale.ROOT);
        return members.stream().filter(m -> lower(m.name()).contains(typed) || m.login().contains(typed))
                .sorted(Comparator
                        .comparing((Member m) -> !lower(m.name()).startsWith(typed) && !m.login().startsWith(typed))
                        .thenComparing(Member::name))
                .limit(MOST).toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The text with the member's name in full, and a blank after it. */
    String with(Member member) {
        return text.substring(0, at) + '@' + member.name() + ' ' + text.substring(caret);
    }

    /** Where the caret is then. */
    int caretAfter(Member member) {
        return at + member.name().length() + 2;
    }
}
