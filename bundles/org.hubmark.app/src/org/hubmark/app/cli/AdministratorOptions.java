package org.hubmark.app.cli;

import java.nio.file.Path;

import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;

import picocli.CommandLine.Option;

/** Who is to be the first member of a new database. */
final class AdministratorOptions {

    @Option(names = "--administrator", paramLabel = "ACCOUNT", descriptionKey = "option.administrator")
    private String account;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name")
    private String name;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password.administrator")
    private Path passwordFile;

    void create(HubmarkCommand root, Path base, String database) throws Exception {
        if (account == null) {
            throw new CommandFailure(root.messages().get("server.administrator"));
        }
        root.services().servers().create(base, database,
                new Member(account, name == null ? account : name, Role.ADMINISTRATOR),
                new Passwords(root).own(passwordFile, account), root.monitor());
        root.console().out().println(root.messages().get("server.created", database, account));
    }
}
