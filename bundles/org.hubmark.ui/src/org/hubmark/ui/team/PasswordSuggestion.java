package org.hubmark.ui.team;

import java.util.random.RandomGenerator;

/** Makes passwords that can be read out on the telephone: 16 characters of 31, in groups, nearly 80 bits. */
record PasswordSuggestion(RandomGenerator random) {

    /** No letters that look like digits, nor digits that look like letters. */
    static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz2345678";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    char[] make() {
        char[] password = new char[GROUPS * (GROUP + 1) - 1];
        for (int i = 0; i < password.length; i++) {
            boolean between = i % (GROUP + 1) == GROUP;
            password[i] = between ? '-' : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return password;
    }
}
