package org.hubmark.ui.team;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Role;

/** The names of the roles for the user. */
public final class Roles {

    private Roles() {
    }

    public static String name(Role role) {
        return Messages.of(Roles.class).get("role." + role.word());
    }
}
