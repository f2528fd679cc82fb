package org.hubmark.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.app.cli.ProjectOptions.OpenProject;
import org.hubmark.core.check.Checks;
import org.hubmark.core.check.Finding;
import org.hubmark.core.check.Finding.Severity;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.pack.Holdings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs every check, and counts what the project holds of the known briefings. Errors give exit code 1. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final HubmarkCommand root;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(names = "--all", descriptionKey = "verify.all")
    private boolean all;

    VerifyCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        IProgressMonitor monitor = root.monitor();
        SubMonitor progress = SubMonitor.convert(monitor, root.messages().get("verify.progress"), 100);
        try (OpenProject open = options.open(root, progress.split(10))) {
            List<Finding> findings = Checks.run(open.store(), open.project().id(), progress.split(60));
            Holdings holdings = Holdings.of(open.store(), open.project().id(), root.services().seeds(),
                    progress.split(30));
            monitor.done();
            return tell(findings, holdings, open.project().revision());
        }
    }

    private int tell(List<Finding> findings, Holdings holdings, long revision) {
        Messages messages = root.messages();
        long errors = tell(findings, Severity.ERROR, Integer.MAX_VALUE);
        long warnings = tell(findings, Severity.WARNING, all ? Integer.MAX_VALUE : 10);
        long anchors = findings.stream()
                .filter(f -> f.severity() == Severity.ERROR && "anchor".equals(f.check())).count();
        root.console().out().println(messages.get("verify.holdings", holdings.records(), holdings.expectedRecords(),
                holdings.ranges(), holdings.expectedRanges(), holdings.links(), holdings.expectedLinks()));
        holdings.gaps().forEach(gap -> root.console().out().println(messages.get("verify.gap", gap)));
        root.console().out().println(messages.get("verify.result", Long.toString(revision), anchors, errors, warnings));
        return errors == 0 ? 0 : 1;
    }

    private long tell(List<Finding> findings, Severity severity, int most) {
        List<Finding> these = findings.stream().filter(f -> f.severity() == severity).toList();
        these.stream().limit(most).forEach(f -> root.console().out().println(
                root.messages().get("verify.finding." + severity.name().toLowerCase(java.util.Locale.ROOT), f.check(),
                        f.place(), f.message(root.messages().locale()))));
        if (these.size() > most) {
            root.console().out().println(root.messages().get("verify.more", these.size() - most));
        }
        return these.size();
    }
}
