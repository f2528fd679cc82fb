package org.hubmark.store.sql;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/** A cursor over pages that are fetched one by one, each on a connection of its own. */
final class PagedCursor<T> implements Cursor<T> {

    /** Where the pages come from. */
    interface Pages<T> {

        /** The next page, which may be empty; null after the last one. */
        List<T> next() throws StoreException;
    }

    private final Pages<T> pages;
    private final IProgressMonitor monitor;
    private Iterator<T> page = List.<T>of().iterator();
    private boolean ended;

    PagedCursor(Pages<T> pages, IProgressMonitor monitor) {
        this.pages = pages;
        this.monitor = monitor;
    }

    @Override
    public boolean hasNext() {
        while (!ended && !page.hasNext()) {
            fetch();
        }
        return !ended;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    @Override
    public void close() {
        ended = true;
    }

    private void fetch() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            List<T> next = pages.next();
            ended = next == null;
            page = ended ? page : next.iterator();
        } catch (StoreException e) {
            throw new UncheckedStoreException(e);
        }
    }
}
