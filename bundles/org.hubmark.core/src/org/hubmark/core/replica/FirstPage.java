package org.hubmark.core.replica;

import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/** Cursors that have their first page: whether a store answers is known then. */
final class FirstPage {

    private FirstPage() {
    }

    static <T> Cursor<T> of(Cursor<T> cursor) throws StoreException {
        try {
            cursor.hasNext();
            return cursor;
        } catch (UncheckedStoreException e) {
            cursor.close();
            throw e.getCause();
        }
    }
}
