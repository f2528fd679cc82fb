package org.hubmark.core.project;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.text.SourceText;

/**
 * A project in the database of a team, as one account sees it.
 *
 * @param name as it was when it was last open
 * @param folder holds the outbox of this account's sessions on this machine, and the replica
 */
public record ServerProject(ServerAddress address, String account, UUID project, String name, Path folder)
        implements ProjectPlace {

    private static final int LENGTH = 24;

    /**
     * The place below the data folder of the product. Its folder has a name that any file system takes and that tells
     * nothing about the team.
     */
    public static ServerProject of(Path data, ServerAddress address, String account, UUID project, String name) {
        String identity = address + "\n" + plain(address, account) + "\n" + project;
        String hash = SourceText.sha256(identity.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
        return new ServerProject(address, account, project, name, data.resolve("servers").resolve(hash));
    }

    /** The folder of the replica, which is what there is of the project while the server is away. */
    public Path replica() {
        return folder.resolve("replica");
    }

    /** Whether this is the account by which one is logged in, however it was typed. */
    public boolean isOwn(String other) {
        return plain(address, account).equals(plain(address, other));
    }

    /** Hubmark's own server makes no difference between upper and lower case in accounts. */
    private static String plain(ServerAddress address, String account) {
        return address.kind() == ServerAddress.Kind.HUBMARK ? account.toLowerCase(Locale.ROOT) : account;
    }
}
