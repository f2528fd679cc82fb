package org.hubmark.store.sql;

import java.io.InvalidObjectException;

import org.h2.api.JavaObjectSerializer;

/** Java objects have no place in our databases; a server that would read those a client sends would run what they say. */
final class NoObjects implements JavaObjectSerializer {

    @Override
    public byte[] serialize(Object object) throws InvalidObjectException {
        throw new InvalidObjectException("no Java objects here");
    }

    @Override
    public Object deserialize(byte[] bytes) throws InvalidObjectException {
        throw new InvalidObjectException("no Java objects here");
    }
}
