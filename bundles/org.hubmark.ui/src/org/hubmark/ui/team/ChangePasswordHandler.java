package org.hubmark.ui.team;

import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;

/** File › Change password… */
public final class ChangePasswordHandler extends TeamHandler {

    @Override
    void run(Shell shell, ServerProject place, Session session) {
        new NewPasswordDialog(shell, session.store().members(), place.account(),
                password -> ownPassword().changed(place, password)).open();
    }
}
