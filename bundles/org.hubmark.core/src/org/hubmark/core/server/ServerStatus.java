package org.hubmark.core.server;

import java.time.Instant;
import java.util.List;

import org.hubmark.core.store.ProjectInfo;

/**
 * How a server is at this moment.
 *
 * @param bind the address it listens at
 * @param fingerprint SHA-256 of its certificate, lower-case hexadecimal
 */
public record ServerStatus(String bind, int port, String fingerprint, Instant started, int connections,
        int mostConnections, List<Served> databases) {

    /**
     * A database that is served.
     *
     * @param bytes the size of its file
     * @param members the names of those who are connected
     * @param lastBackup null if there is none
     */
    public record Served(String name, long bytes, List<ProjectInfo> projects, List<String> members,
            Instant lastBackup) {
    }
}
