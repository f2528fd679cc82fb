package org.hubmark.core.store;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Prepares a PostgreSQL server for a team, and brings the tables of a database up to date after Hubmark has been updated.
 * For an administrator of the server; a client never does either. An OSGi service.
 */
public interface ServerSetup {

    /**
     * What is wanted.
     *
     * @param server where, with an account of the server that may make databases and roles
     * @param administrator the first administrator of Hubmark, made if there is none yet; may be null if there is one
     * @param password of that administrator; counts for nothing if the server has the account already
     * @param backups the folder that a copy goes to before tables are brought up to date; null if there is a copy
     */
    record Request(StoreLocation.Server server, Member administrator, char[] password, Path backups) {
    }

    /**
     * What was done.
     *
     * @param before the version of the tables that was found; 0 if there were none
     * @param now the version they have now
     * @param backup the copy that was made, or null
     */
    record Outcome(int before, int now, Path backup) {
    }

    /**
     * Makes whatever is missing of roles, database, tables and administrator; done twice, the second time does nothing.
     * Blocks, a backup for minutes.
     *
     * @throws StoreException no right to do this, not reachable, the tables are newer than this program, no backup
     *             possible …; what was done before stays and is taken up by the next attempt
     */
    Outcome setUp(Request request, IProgressMonitor monitor) throws StoreException;
}
