package org.hubmark.core.server;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.StoreException;

/**
 * Runs and looks after Hubmark's own team server on this machine. Everything of a server is in one folder, its base, which
 * only the user may read who runs it. Whatever does not start a server asks the one that runs there, or does the work itself
 * if none does. An OSGi service of the bundle that implements it. Every call blocks.
 */
public interface TeamServers {

    /**
     * Starts a server in this process: brings its databases up to date after a backup, opens them, and lets clients in.
     *
     * @throws StoreException if a server runs there already, a database is damaged or newer, the port is in use …
     */
    RunningServer start(ServerSettings settings, IProgressMonitor monitor) throws StoreException;

    /**
     * Makes a database with its first member; a running server serves it at once.
     *
     * @param administrator their role is administrator whatever it says
     * @throws StoreException REFUSED if there is one with this name, or the name or password won't do
     */
    void create(Path base, String database, Member administrator, char[] password, IProgressMonitor monitor)
            throws StoreException;

    /** @throws StoreException OFFLINE if no server runs there */
    ServerStatus status(Path base, IProgressMonitor monitor) throws StoreException;

    /** Ends the server that runs there, and waits until its files are closed. */
    void stop(Path base, IProgressMonitor monitor) throws StoreException;

    /**
     * Makes a copy of a database, which may be at work meanwhile, and checks that it can be opened and its log is whole.
     *
     * @return the file of the copy, in the base
     */
    Path backup(Path base, String database, IProgressMonitor monitor) throws StoreException;

    /**
     * Makes the file of a database small, if there is much in it that is not in use. One that is served is away for some
     * seconds; its clients come again. A server does this by itself at its start, and after a backup of a large one.
     */
    void compact(Path base, String database, IProgressMonitor monitor) throws StoreException;

    /**
     * Puts a copy in the place of a database, which may be gone. What was there before stays beside it under another name.
     *
     * @param evenIfOlder whether it may be done if what is there is newer than the copy
     * @throws StoreException REFUSED if the database is open, or what is there is newer; DAMAGED if the copy is
     */
    void restore(Path base, String database, Path copy, boolean evenIfOlder, IProgressMonitor monitor)
            throws StoreException;
}
