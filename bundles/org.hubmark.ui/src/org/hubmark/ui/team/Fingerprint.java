package org.hubmark.ui.team;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SHA-256 of a server's certificate as people compare it.
 *
 * @param hex lower-case hexadecimal
 */
record Fingerprint(String hex) {

    private static final int PAIR = 2;
    private static final int PAIRS_IN_LINE = 16;

    /** In pairs with colons between, as the server prints it; on two lines. */
    String grouped() {
        int pairs = hex.length() / PAIR;
        return IntStream.range(0, pairs).mapToObj(i -> pair(i) + (i == pairs - 1 ? "" : separator(i)))
                .collect(Collectors.joining());
    }

    private String pair(int index) {
        return hex.substring(index * PAIR, (index + 1) * PAIR);
    }

    private static String separator(int index) {
        return (index + 1) % PAIRS_IN_LINE == 0 ? ":\n" : ":";
    }

    /** Whether somebody's copy says the same, however it is grouped and whatever stands before it. */
    boolean isSameAs(String copy) {
        return digits(copy).endsWith(hex);
    }

    /** How many digits a copy has: with fewer than these it can't be whole. */
    boolean isWhole(String copy) {
        return digits(copy).length() >= hex.length();
    }

    private static String digits(String copy) {
        return copy.toLowerCase(Locale.ROOT).replaceAll("sha-?256", "").replaceAll("[^0-9a-f]", "");
    }
}
