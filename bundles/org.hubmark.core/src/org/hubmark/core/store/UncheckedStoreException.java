package org.hubmark.core.store;

/** A {@link StoreException} on its way through an iterator. */
public class UncheckedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UncheckedStoreException(StoreException cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public synchronized StoreException getCause() {
        return (StoreException) super.getCause();
    }
}
