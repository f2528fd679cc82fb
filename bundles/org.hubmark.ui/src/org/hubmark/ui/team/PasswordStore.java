package org.hubmark.ui.team;

import java.io.IOException;
import java.util.Optional;

/** Keeps passwords from one start to the next. Every call blocks on the disk or on the system; no display thread. */
interface PasswordStore {

    /** Whether it works on this machine. */
    boolean isUsable();

    /** The caller may wipe it. */
    Optional<char[]> find(String key) throws IOException;

    void put(String key, char[] password) throws IOException;

    /** Nothing happens if there is none. */
    void remove(String key) throws IOException;
}
