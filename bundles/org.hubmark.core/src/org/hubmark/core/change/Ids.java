package org.hubmark.core.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids of objects and change sets, made by the client. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** The name space of everything that is known by a key: keys of the seeds give the same ids everywhere. */
    private static final UUID KEYS = UUID.fromString("7c0f6f3e-5a8d-5d57-9b53-6a1f2f0a4b11");

    private Ids() {
    }

    /** A new id: UUID version 7 (RFC 9562 §5.7), so that ids made later sort later in an index. Orders nothing else. */
    public static UUID next() {
        long time = System.currentTimeMillis();
        long high = time << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The id of the object with this key: UUID version 5 (RFC 9562 §5.5). The same key gives the same id, always. */
    public static UUID ofKey(String key) {
        return named(KEYS, key);
    }

    /** The id with this name in the name space of another id, e.g. a part of a project. */
    public static UUID named(UUID space, String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16).putLong(space.getMostSignificantBits())
                .putLong(space.getLeastSignificantBits()).array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & 0xffffffffffff0fffL | 0x5000L;
        long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
