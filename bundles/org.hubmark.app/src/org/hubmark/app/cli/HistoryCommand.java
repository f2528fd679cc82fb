package org.hubmark.app.cli;

import java.time.format.DateTimeFormatter;
import java.util.LinkedList;
import java.util.List;
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
import org.hubmark.core.store.StoreException;

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
        try (OpenProject open = options.open(root, monitor)) {
            List<Revision> newest = object != null && only ? ofObject(open, monitor) : latest(open, monitor);
            if (newest.isEmpty()) {
                throw new CommandFailure(root.messages().get("history.none", String.valueOf(object)));
            }
            ChangeLines lines = new ChangeLines(root.messages().locale(),
                    new StoredObjects(open.store(), monitor)::last);
            newest.forEach(revision -> print(revision, lines));
            return 0;
        }
    }

    /** With the changes of the object alone. */
    private List<Revision> ofObject(OpenProject open, IProgressMonitor monitor) throws StoreException {
        try (Cursor<Revision> revisions = open.store().history(id(object), monitor)) {
            List<Revision> all = revisions.toList();
            return all.stream().skip(Math.max(0, all.size() - last)).toList();
        }
    }

    private List<Revision> latest(OpenProject open, IProgressMonitor monitor) throws StoreException {
        LogFilter filter = new LogFilter(open.project().id(), 0, null, object == null ? null : id(object), true, null, null);
        LinkedList<Revision> newest = new LinkedList<>();
        try (Cursor<Revision> revisions = open.store().latest(filter, monitor)) {
            while (revisions.hasNext() && newest.size() < last) {
                newest.addFirst(revisions.next());
            }
        }
        return newest;
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
