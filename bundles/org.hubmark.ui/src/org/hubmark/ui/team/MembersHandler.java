package org.hubmark.ui.team;

import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SyncState;

/** File › Members… */
public final class MembersHandler extends TeamHandler {

    @Override
    void run(Shell shell, ServerProject place, Session session) {
        new MembersDialog(shell, session.store().members(), session.role(),
                session.syncState().kind() == SyncState.Kind.OFFLINE, place.address().toString())
                .onNewPassword((account, password) -> {
                    if (place.isOwn(account)) {
                        ownPassword().changed(place, password);
                    }
                }).open();
    }
}
