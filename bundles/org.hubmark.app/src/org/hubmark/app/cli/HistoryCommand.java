package org.hubmark.app.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.app.cli.ProjectOptions.OpenProject;
import org.hubmark.core.change.Ids;
import org.hubmark.core.history.ChangeLines;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.history.StoredObjects;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells who changed what: the newest revisions of the project, or of one object and what belongs to it. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
            .withZone(java.time.ZoneOffset.UTC);

    private final HubmarkCommand root;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(arity = "0..1", paramLabel = "KEY", descriptionKey = "history.object")
    private String object;

    @Option(names = "--only", descriptionKey = "history.only")
    private boolean only;

    @Option(names = "--last", paramLabel = "NUMBER", descriptionKey = "history.last")
    private int last = 20;

    @Option(names = "--changes", descriptionKey = "history.changes")
    private boolean changes;

    HistoryCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        IProgressMonitor monitor = root.monitor();
        try (OpenProject open = options.open(root, monitor);
                Cursor<Revision> revisions = open.store().latest(filter(open), monitor)) {
            Deque<Revision> newest = new ArrayDeque<>();
            while (revisions.hasNext() && newest.size() < last) {
                newest.addFirst(revisions.next());
            }
            if (newest.isEmpty()) {
                throw new CommandFailure(root.messages().get("history.none", String.valueOf(object)));
            }
            ChangeLines lines = new ChangeLines(root.messages().locale(),
                    new StoredObjects(open.store(), monitor)::last);
            newest.forEach(revision -> print(revision, lines));
            return 0;
        }
    }

    private LogFilter filter(OpenProject open) {
        return new LogFilter(open.project().id(), 0, null, object == null ? null : id(object), !only, null, null);
    }

    private void print(Revision revision, ChangeLines lines) {
        root.console().out().println(root.messages().get("history.line", Long.toString(revision.number()),
                WHEN.format(revision.when()), revision.author(), revision.label(), revision.changes().size()));
        if (changes) {
            RevisionSummary summary = lines.of(revision);
            summary.lines().forEach(line -> root.console().out().println("    " + line.text()));
            if (summary.more() > 0) {
                root.console().out().println("    " + root.messages().get("history.more", summary.more()));
            }
        }
    }

    private static UUID id(String keyOrId) {
        try {
            return UUID.fromString(keyOrId);
        } catch (IllegalArgumentException notAnId) {
            return Ids.ofKey(keyOrId);
        }
    }
}
