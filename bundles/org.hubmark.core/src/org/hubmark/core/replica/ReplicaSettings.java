package org.hubmark.core.replica;

import java.time.Duration;

/**
 * How a replica is kept.
 *
 * @param pause how long to wait for more before something new is taken over: each time makes the file grow by some 25 KB,
 *            however little is new
 * @param small a replica up to this size in bytes is never written anew to make it smaller
 */
public record ReplicaSettings(Duration pause, long small) {

    public static final ReplicaSettings USUAL = new ReplicaSettings(Duration.ofSeconds(1), 256L << 20);
}
