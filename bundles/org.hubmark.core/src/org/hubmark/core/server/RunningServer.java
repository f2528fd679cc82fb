package org.hubmark.core.server;

import org.hubmark.core.store.StoreException;

/** A server that runs in this process. Safe for use by several threads. */
public interface RunningServer extends AutoCloseable {

    ServerStatus status() throws StoreException;

    /** Returns when the server has ended, because of {@link #close} or of {@link TeamServers#stop}. */
    void awaitEnd() throws InterruptedException;

    /** Accepts no more, finishes the change sets under way, closes all files. A second call waits for the first. */
    @Override
    void close();
}
