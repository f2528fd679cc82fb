package org.hubmark.core.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A result that comes page by page and holds no transaction open between pages. To be closed. Not safe for use by two
 * threads. A failure while fetching a page arrives as an {@link UncheckedStoreException}.
 */
public interface Cursor<T> extends Iterator<T>, AutoCloseable {

    @Override
    void close();

    /** All that is left; closes the cursor. Only for results known to be small. */
    default List<T> toList() {
        try (this) {
            List<T> all = new ArrayList<>();
            forEachRemaining(all::add);
            return all;
        }
    }

    /** A cursor over what is already in memory. */
    static <T> Cursor<T> of(List<T> all) {
        Iterator<T> iterator = all.iterator();
        return new Cursor<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public T next() {
                return iterator.next();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
