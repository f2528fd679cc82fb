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

    private static final int GROUP = 4;
    private static final int LINE = 8;

    /** In groups of four, eight groups a line. */
    String grouped() {
        int groups = (hex.length() + GROUP - 1) / GROUP;
        return IntStream.range(0, groups).mapToObj(i -> group(i) + (i == groups - 1 ? "" : separator(i)))
                .collect(Collectors.joining());
    }

    private String group(int index) {
        return hex.substring(index * GROUP, Math.min(hex.length(), (index + 1) * GROUP));
    }

    private static String separator(int index) {
        return (index + 1) % LINE == 0 ? "\n" : " ";
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
