package org.hubmark.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.hubmark.core.server.RunningServer;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.server.ServerStatus;
import org.hubmark.core.store.ServerAddress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the team server until it is told to stop: by a signal, or by {@code server stop}. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    private static final int PAIR = 2;

    private final HubmarkCommand root;

    @Mixin
    private BaseOption base = new BaseOption();

    @Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "serve.bind")
    private String bind;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "serve.port")
    private int port = ServerAddress.Kind.HUBMARK.port();

    @Option(names = "--connections", paramLabel = "NUMBER", descriptionKey = "serve.connections")
    private int connections = ServerSettings.CONNECTIONS;

    @Option(names = "--backup-hours", paramLabel = "HOURS", descriptionKey = "serve.backup")
    private long backupHours = ServerSettings.BACKUP_EVERY.toHours();

    @Option(names = "--backups", paramLabel = "NUMBER", descriptionKey = "serve.backups")
    private int backups = ServerSettings.BACKUPS_KEPT;

    @Option(names = "--create", paramLabel = "DATABASE", descriptionKey = "serve.create")
    private String create;

    @Mixin
    private AdministratorOptions administrator = new AdministratorOptions();

    ServeCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = base.in(root);
        if (create != null) {
            administrator.create(root, folder, create);
        }
        ServerSettings settings = new ServerSettings(folder, bind, port, connections, Duration.ofHours(backupHours),
                backups);
        try (RunningServer server = root.services().servers().start(settings, root.monitor())) {
            // a signal ends the process when the hooks have run: this one waits for the files to be closed
            Thread hook = Thread.ofPlatform().unstarted(server::close);
            Runtime.getRuntime().addShutdownHook(hook);
            tell(server.status(), folder);
            server.awaitEnd();
        }
        root.console().out().println(root.messages().get("serve.ended"));
        return 0;
    }

    private void tell(ServerStatus status, Path folder) {
        root.console().out().println(root.messages().get("serve.started", status.bind(),
                String.valueOf(status.port()), folder));
        root.console().out().println(root.messages().get("serve.fingerprint", pairs(status.fingerprint())));
        if (status.databases().isEmpty()) {
            root.console().out().println(root.messages().get("serve.empty"));
        }
        status.databases().forEach(database -> root.console().out().println(
                root.messages().get("serve.database", database.name(), String.valueOf(status.port()))));
    }

    /** For reading aloud: pairs with colons between them. */
    static String pairs(String fingerprint) {
        return String.join(":", fingerprint.split("(?<=\\G.{" + PAIR + "})"));
    }
}
