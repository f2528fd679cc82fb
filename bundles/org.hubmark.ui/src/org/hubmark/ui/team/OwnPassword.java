package org.hubmark.ui.team;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.project.ServerProject;
import org.hubmark.ui.project.ProjectService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from another password of one's own account: it is known and, if the last one was kept, kept; and the
 * project is opened anew, because its connections would break later with the old one. Display thread.
 */
record OwnPassword(ProjectService projects, Passwords passwords) {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPassword.class);

    void changed(ServerProject place, char[] now) {
        char[] password = now.clone();
        passwords.say(place.address(), place.account(), password);
        projects.open(place);
        CompletableFuture.runAsync(() -> keep(place, password));
    }

    private void keep(ServerProject place, char[] password) {
        try {
            if (passwords.isKept(place.address(), place.account())) {
                passwords.keep(place.address(), place.account(), password);
            }
        } catch (IOException e) {
            LOG.warn("the new password can't be kept; the next start asks for it", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
