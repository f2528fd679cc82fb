package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several programs of one user on one file; whichever has it open may be the one that is killed. */
@ExtendWith(NoErrorsLogged.class)
@EnabledIfSystemProperty(named = "hubmark.long", matches = "true", disabledReason = "a long run: releng/check --long")
class EmbeddedChaosTest {


    @TempDir
    private Path folder;

    @Test
    void programsOnOneFileLoseNothingWhenTheyAreKilled() throws Exception {
        Path file = folder.toRealPath().resolve("hubs");
        Sample sample = new Sample();
        NullProgressMonitor none = new NullProgressMonitor();
        try (AnnotationStore store = new SqlStoreService().open(new StoreLocation.Embedded(file, true), none)) {
            assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.start(), none));
        }
        new Chaos(folder, ChaosPlace.file(file), sample.project).run(Chaos.Size.of(6, 60, 20, 0), report -> { });
    }
}
