package org.hubmark.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.app.cli.ProjectOptions.OpenProject;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.pack.BriefingImport;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.reader.UnreadableBriefingException;
import org.hubmark.core.store.CommitResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings files into the project, each as one revision. A file that can't be read does not stop the others. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private final HubmarkCommand root;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "import.files")
    private List<Path> files = new ArrayList<>();

    ImportCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        IProgressMonitor monitor = root.monitor();
        SubMonitor progress = SubMonitor.convert(monitor, root.messages().get("import.progress"), files.size() + 1);
        int unread = 0;
        try (OpenProject open = options.open(root, true, progress.split(1))) {
            for (Path file : files) {
                progress.subTask(String.valueOf(file.getFileName()));
                unread += bring(file.toAbsolutePath(), open, progress.split(1)) ? 0 : 1;
            }
        } finally {
            monitor.done();
        }
        return unread == 0 ? 0 : 1;
    }

    private boolean bring(Path file, OpenProject open, IProgressMonitor monitor) throws Exception {
        try {
            ReadBriefing read = reader(file).read(file, monitor);
            BriefingImport result = BriefingImport.prepare(read, open.store(), open.project().id(),
                    root.services().seeds(), monitor);
            if (!result.changes().isEmpty()) {
                open.store().keep(result.text(), monitor);
                commit(result, open, monitor);
            }
            tell(read, result);
            return true;
        } catch (UnreadableBriefingException unreadable) {
            root.console().err().println(root.messages().get("import.unread", file, unreadable.getMessage()));
        } catch (IOException failed) {
            root.console().err().println(root.messages().get("import.unread", file, failed.toString()));
        } catch (CommandFailure refused) {
            root.console().err().println(root.messages().get("import.unread", file, refused.getMessage()));
        }
        return false;
    }

    private BriefingReader reader(Path file) throws CommandFailure {
        String name = String.valueOf(file.getFileName());
        return root.services().readers().stream().filter(r -> r.reads(name)).findFirst()
                .orElseThrow(() -> new CommandFailure(root.messages().get("import.kind")));
    }

    private void commit(BriefingImport result, OpenProject open, IProgressMonitor monitor) throws Exception {
        ChangeSet changes = new ChangeSet(Ids.next(), open.project().id(), Ids.next(), open.project().revision(),
                result.label(), null, result.changes());
        switch (open.store().commit(changes, monitor)) {
            case CommitResult.Accepted accepted -> { }
            case CommitResult.Conflict conflict ->
                throw new CommandFailure(root.messages().get("import.conflict", conflict.details().getFirst().who()));
            case CommitResult.Refused refused -> throw new CommandFailure(refused.message());
        }
    }

    private void tell(ReadBriefing read, BriefingImport result) {
        Messages messages = root.messages();
        if (result.changes().isEmpty()) {
            root.console().out().println(messages.get("import.known", read.fileName(), result.title()));
            return;
        }
        root.console().out().println(messages.get("import.done", read.fileName(), result.title(), read.charset(),
                read.text().codePoints(), result.passages(), result.evidence()));
        read.warnings().forEach(w -> root.console().out().println(messages.get("import.warning", w)));
    }
}
