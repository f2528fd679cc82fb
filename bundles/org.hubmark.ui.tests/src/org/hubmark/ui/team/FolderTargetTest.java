package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class FolderTargetTest {

    @TempDir
    private Path data;

    /** Writes a file where the database would be, or fails. */
    private record FileStores(boolean full) implements StoreService {

        @Override
        public AnnotationStore open(StoreLocation location, IProgressMonitor monitor) throws StoreException {
            if (full) {
                throw new StoreException(StoreException.Kind.NO_SPACE, "The disk is full.");
            }
            try {
                Files.writeString(((StoreLocation.Embedded) location).file(), "data");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new FakeStore();
        }

        @Override
        public String fingerprint(ServerAddress address, IProgressMonitor monitor) {
            throw new UnsupportedOperationException();
        }
    }

    private FolderTarget target(boolean full) {
        return new FolderTarget(ProjectFolder.of(data, "Copy"), new FileStores(full));
    }

    @Test
    void halfACopyIsTakenAwayAgain() throws Exception {
        FolderTarget target = target(false);
        target.open(new NullProgressMonitor());
        target.broken();
        assertFalse(Files.exists(target.place().folder()));
    }

    @Test
    void aProjectThatIsThereIsNotTouched() throws Exception {
        Path folder = Files.createDirectories(ProjectFolder.of(data, "Copy").folder());
        Path file = Files.writeString(folder.resolve("hubmark"), "precious");
        assertThrows(FileAlreadyExistsException.class, () -> target(false).open(new NullProgressMonitor()));
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void aDatabaseThatCannotBeMadeLeavesNothingBehind() {
        assertThrows(StoreException.class, () -> target(true).open(new NullProgressMonitor()));
        assertFalse(Files.exists(ProjectFolder.of(data, "Copy").folder()));
    }
}
