package org.hubmark.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.app.cli.ProjectOptions.OpenProject;
import org.hubmark.core.change.Ids;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.project.ProjectLoader;
import org.hubmark.core.report.ReportOptions;
import org.hubmark.core.report.ReportWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the evidence report of the project, now or as of a revision. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

    private final HubmarkCommand root;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(names = {"-o", "--out"}, required = true, paramLabel = "FILE", descriptionKey = "report.out")
    private Path out;

    @Option(names = "--language", paramLabel = "en|zh", descriptionKey = "report.language")
    private String language;

    @Option(names = "--hub", paramLabel = "KEY", descriptionKey = "report.hub")
    private List<String> hubs = List.of();

    @Option(names = "--revision", paramLabel = "NUMBER", descriptionKey = "report.revision")
    private Long revision;

    ReportCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        ReportWriter writer = writer();
        IProgressMonitor monitor = root.monitor();
        SubMonitor progress = SubMonitor.convert(monitor, root.messages().get("report.progress"), 100);
        try (OpenProject open = options.open(root, progress.split(10))) {
            ProjectContent content = ProjectLoader.load(open.store(), open.project().id(),
                    revision == null ? OptionalLong.empty() : OptionalLong.of(revision), progress.split(40));
            Locale in = language == null ? root.messages().locale() : Locale.forLanguageTag(language);
            Set<UUID> scope = hubs.stream().map(Ids::ofKey).collect(Collectors.toSet());
            writer.write(content, new ReportOptions(in, scope), out.toAbsolutePath(), progress.split(50));
            monitor.done();
            root.console().out().println(root.messages().get("report.done", out, Long.toString(content.revision())));
            return 0;
        }
    }

    private ReportWriter writer() throws CommandFailure {
        String name = out.getFileName().toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<ReportWriter> writers = root.services().reports();
        return writers.stream().filter(w -> w.format().equals(suffix)).findFirst()
                .orElseThrow(() -> new CommandFailure(root.messages().get("report.format", suffix,
                        writers.stream().map(ReportWriter::format).sorted().collect(Collectors.joining(", ")))));
    }
}
