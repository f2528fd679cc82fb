package org.hubmark.core.replica;

import java.util.function.Consumer;

import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.Revision;

/** A log that tells of each revision that somebody is shown. */
record ShownLog(Cursor<Revision> log, Consumer<Revision> shown) implements Cursor<Revision> {

    @Override
    public boolean hasNext() {
        return log.hasNext();
    }

    @Override
    public Revision next() {
        Revision revision = log.next();
        shown.accept(revision);
        return revision;
    }

    @Override
    public void close() {
        log.close();
    }
}
