package org.hubmark.core.store;

/** Ends when closed; no call comes after {@code close} has returned. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
