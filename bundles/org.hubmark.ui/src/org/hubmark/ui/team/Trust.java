package org.hubmark.ui.team;

/**
 * Why a server is believed to be the one it says it is.
 *
 * @param fingerprint of the one certificate it must show, as lower-case hexadecimal; null if any will do that this
 *            machine trusts anyway
 */
record Trust(String fingerprint) {

    /** The authorities that this machine trusts. */
    static final Trust AUTHORITIES = new Trust(null);

    /** Whether this is about the very certificate. */
    boolean isOf(String shown) {
        return shown.equals(fingerprint);
    }
}
