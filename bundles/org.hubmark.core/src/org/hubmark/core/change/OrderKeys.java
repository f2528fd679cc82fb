package org.hubmark.core.change;

/**
 * Fractional order keys: between any two there is room for another, so an insertion never renumbers its neighbours and
 * two insertions at the same place by two people both stand (the object's id decides between equal keys).
 * A key is a fraction written in base 62 without its leading "0."; it never ends in the digit 0.
 */
public final class OrderKeys {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int WIDTH = 4;
    private static final String LAST = "z".repeat(WIDTH);

    private OrderKeys() {
    }

    /** A key after {@code low} (null: the start) and before {@code high} (null: the end). Cost: the length of the keys. */
    public static String between(String low, String high) {
        String a = low == null ? "" : low;
        if (high != null && a.compareTo(high) >= 0) {
            return a + middle(0, DIGITS.length());
        }
        if (high == null && !a.startsWith(LAST)) {
            return low == null ? nth(0) : next(low);
        }
        StringBuilder key = new StringBuilder();
        boolean bounded = high != null;
        for (int i = 0;; i++) {
            int from = i < a.length() ? digit(a, i) : 0;
            int to = bounded && i < high.length() ? digit(high, i) : DIGITS.length();
            if (to - from > 1) {
                return key.append(middle(from, to)).toString();
            }
            key.append(DIGITS.charAt(from));
            bounded &= from == to;
        }
    }

    /** Counts on instead of halving what is left, so that keys of a long list that only grows stay short. */
    private static String next(String low) {
        char[] key = (low + "0".repeat(WIDTH)).substring(0, WIDTH).toCharArray();
        int i = WIDTH - 1;
        while (key[i] == 'z') {
            key[i--] = '0';
        }
        key[i] = DIGITS.charAt(DIGITS.indexOf(key[i]) + 1);
        return new String(key) + middle(0, DIGITS.length());
    }

    /** The key of the {@code index}th (from 0) of many objects that are written at once; sorted as their indexes are. */
    public static String nth(int index) {
        char[] key = {'0', '0', '0', '0', 'V'};
        for (int i = 3, rest = index; i >= 0; i--, rest /= 62) {
            key[i] = DIGITS.charAt(rest % 62);
        }
        return new String(key);
    }

    private static char middle(int from, int to) {
        return DIGITS.charAt((from + to) / 2);
    }

    private static int digit(String key, int index) {
        return DIGITS.indexOf(key.charAt(index));
    }
}
