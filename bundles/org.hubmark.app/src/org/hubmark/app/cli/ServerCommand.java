package org.hubmark.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.server.ServerStatus;
import org.hubmark.core.store.ProjectInfo;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the team server of this machine. */
@Command(name = "server", synopsisSubcommandLabel = "COMMAND")
final class ServerCommand implements Runnable {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.systemDefault());
    private static final double MEGABYTE = 1 << 20;

    private final HubmarkCommand root;

    @Spec
    private CommandSpec spec;

    ServerCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        CommandLine.usage(spec, root.console().out());
    }

    @Command(name = "status")
    int status(@Mixin BaseOption base) throws Exception {
        ServerStatus status = root.services().servers().status(base.in(root), root.monitor());
        Messages messages = root.messages();
        root.console().out().println(messages.get("status.server", status.bind(), String.valueOf(status.port()),
                WHEN.format(status.started()), status.connections(), status.mostConnections()));
        root.console().out().println(messages.get("serve.fingerprint", ServeCommand.pairs(status.fingerprint())));
        status.databases().forEach(this::tell);
        return 0;
    }

    private void tell(ServerStatus.Served database) {
        Messages messages = root.messages();
        root.console().out().println(messages.get("status.database", database.name(), database.bytes() / MEGABYTE,
                when(database.lastBackup())));
        for (ProjectInfo project : database.projects()) {
            root.console().out().println(messages.get("status.project", project.name(),
                    Long.toString(project.revision())));
        }
        if (!database.members().isEmpty()) {
            root.console().out().println(messages.get("status.members", String.join(", ", database.members())));
        }
    }

    private String when(Instant instant) {
        return instant == null ? root.messages().get("status.never") : WHEN.format(instant);
    }

    @Command(name = "stop")
    int stop(@Mixin BaseOption base) throws Exception {
        root.services().servers().stop(base.in(root), root.monitor());
        root.console().out().println(root.messages().get("serve.ended"));
        return 0;
    }

    @Command(name = "create")
    int create(@Mixin BaseOption base, @Mixin AdministratorOptions administrator,
            @Parameters(paramLabel = "DATABASE", descriptionKey = "server.database") String database) throws Exception {
        administrator.create(root, base.in(root), database);
        return 0;
    }

    @Command(name = "backup")
    int backup(@Mixin BaseOption base,
            @Parameters(paramLabel = "DATABASE", descriptionKey = "server.database") String database) throws Exception {
        Path made = root.services().servers().backup(base.in(root), database, root.monitor());
        root.console().out().println(root.messages().get("server.backup", database, made));
        return 0;
    }

    @Command(name = "compact")
    int compact(@Mixin BaseOption base,
            @Parameters(paramLabel = "DATABASE", descriptionKey = "server.database") String database) throws Exception {
        root.services().servers().compact(base.in(root), database, root.monitor());
        root.console().out().println(root.messages().get("server.compacted", database));
        return 0;
    }

    @Command(name = "restore")
    int restore(@Mixin BaseOption base,
            @Parameters(index = "0", paramLabel = "DATABASE", descriptionKey = "server.database") String database,
            @Option(names = "--from", required = true, paramLabel = "FILE", descriptionKey = "server.from") Path copy,
            @Option(names = "--even-if-older", descriptionKey = "server.older") boolean evenIfOlder) throws Exception {
        root.services().servers().restore(base.in(root), database, copy, evenIfOlder, root.monitor());
        root.console().out().println(root.messages().get("server.restored", database, copy));
        return 0;
    }
}
