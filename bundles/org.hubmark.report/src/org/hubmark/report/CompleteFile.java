package org.hubmark.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.change.Ids;
import org.hubmark.core.nls.Messages;

/** Writes a file so that its name never stands for half of it: a new file beside it takes its place when complete. */
final class CompleteFile {

    private CompleteFile() {
    }

    /**
     * @throws IOException with a message for the user; the file that was there is untouched
     * @throws OperationCanceledException if cancelled before the new file took its place
     */
    static void write(Path file, byte[] bytes, IProgressMonitor monitor) throws IOException {
        Path target = file.toAbsolutePath();
        // Not createTempFile: the report would be readable by its writer only.
        Path draft = target.resolveSibling("." + target.getFileName() + "." + Ids.next() + ".part");
        try {
            Files.write(draft, bytes, StandardOpenOption.CREATE_NEW);
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            move(draft, target);
        } catch (IOException e) {
            throw new IOException(Messages.of(CompleteFile.class).get("report.notWritten", target.toString(),
                    e.getLocalizedMessage()), e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
