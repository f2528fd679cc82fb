package org.hubmark.ui.team;

import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;

/** File › Members… */
public final class MembersHandler extends TeamHandler {

    @Override
    void run(Shell shell, ServerProject place, Session session) {
        new MembersDialog(shell, session.store().members(), session.role(), place.address().toString())
                .onNewPassword((account, password) -> {
                    if (place.isOwn(account)) {
                        ownPassword().changed(place, password);
                    }
                }).open();
    }
}
