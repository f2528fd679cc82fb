package org.hubmark.app.cli;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** Which folder has everything of the server. */
final class BaseOption {

    @Option(names = "--base", paramLabel = "FOLDER", descriptionKey = "option.base")
    private Path base;

    Path in(HubmarkCommand root) {
        return base == null ? root.data().resolve("server") : base.toAbsolutePath();
    }
}
