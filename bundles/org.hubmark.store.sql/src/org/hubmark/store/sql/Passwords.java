package org.hubmark.store.sql;

import org.postgresql.util.PasswordUtil;

/** What a password has to be, and what PostgreSQL is told instead of it. */
final class Passwords {

    private static final int SHORTEST = 8;

    private Passwords() {
    }

    static void checkLength(int length) throws RefusedException {
        if (length < SHORTEST) {
            throw new RefusedException(Refusal.PASSWORD_SHORT, SHORTEST);
        }
    }

    /**
     * What a server keeps to check a password by (RFC 5803). The password itself would be in its log wherever statements are
     * logged. How long it was cannot be seen any more, so that is checked here. Cost: some milliseconds.
     */
    static String verifier(char[] password) throws RefusedException {
        checkLength(password.length);
        return PasswordUtil.encodeScramSha256(password.clone()); // which wipes what it is given
    }
}
