package org.hubmark.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreLocation;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prepares a database of a PostgreSQL server for Hubmark, or brings it up to date, as an account that may do so. */
@Command(name = "server-setup")
final class SetupCommand implements Callable<Integer> {

    /** What becomes of what is there before its tables are changed. */
    private static final class Saving {
        @Option(names = "--backups", paramLabel = "FOLDER", descriptionKey = "setup.backups")
        private Path folder;

        @Option(names = "--no-backup", descriptionKey = "setup.saved")
        private boolean saved;
    }

    private final HubmarkCommand root;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--administrator", paramLabel = "ACCOUNT", descriptionKey = "setup.administrator")
    private String administrator;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name")
    private String name;

    @Option(names = "--administrator-password-file", paramLabel = "FILE", descriptionKey = "option.password.new")
    private Path passwordFile;

    @ArgGroup
    private Saving saving;

    SetupCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        if (!server.isGiven()) {
            throw new CommandFailure(root.messages().get("setup.server"));
        }
        StoreLocation.Server location = server.location(root);
        Member first = administrator == null ? null
                : new Member(administrator, name == null ? administrator : name, Role.ADMINISTRATOR);
        char[] password = first == null ? new char[0] : new Passwords(root).given(passwordFile, administrator);
        ServerSetup.Outcome outcome = root.services().setup()
                .setUp(new ServerSetup.Request(location, first, password, backups()), root.monitor());
        root.console().out().println(root.messages().get("setup.done", location.address(), String.valueOf(outcome.now())));
        if (outcome.backup() != null) {
            root.console().out().println(root.messages().get("server.backup", location.address(), outcome.backup()));
        }
        return 0;
    }

    private Path backups() {
        if (saving != null && saving.saved) {
            return null;
        }
        return saving == null || saving.folder == null ? Path.of("").toAbsolutePath() : saving.folder;
    }
}
