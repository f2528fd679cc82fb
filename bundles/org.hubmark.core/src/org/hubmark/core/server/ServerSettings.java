package org.hubmark.core.server;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to run a server.
 *
 * @param base the folder of the server, made if it is not there
 * @param bind the address of this machine to listen at; null for loopback only, "*" for all
 * @param port 0 for any that is free
 * @param mostConnections of all clients together; a client that works has three to eight
 * @param backupEvery how often to make a copy of each database that has changed; zero for never
 * @param backupsKept how many of these to keep of each database
 */
public record ServerSettings(Path base, String bind, int port, int mostConnections, Duration backupEvery,
        int backupsKept) {

    /** For some fifty clients. */
    public static final int CONNECTIONS = 500;
    /** A day, and two weeks of them. */
    public static final Duration BACKUP_EVERY = Duration.ofDays(1);
    public static final int BACKUPS_KEPT = 14;
}
