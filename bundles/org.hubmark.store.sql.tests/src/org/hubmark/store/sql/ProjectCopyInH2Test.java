package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.pack.SampleProject;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.project.ProjectCopy;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real project, with revisions of thousands of changes, from one file to another. */
@ExtendWith(NoErrorsLogged.class)
class ProjectCopyInH2Test {

    private static final IProgressMonitor NONE = new NullProgressMonitor();

    @TempDir
    Path folder;

    @Test
    void theSampleProjectIsTheSameInAnotherFile() throws Exception {
        try (AnnotationStore from = open("from"); AnnotationStore to = open("to")) {
            new SampleProject(SeedFolder.of(Originals.root().resolve("seeds"))).createIn(from, NONE);
            UUID project = from.projects(NONE).getFirst().id();

            new ProjectCopy(from, to, project).run(OptionalLong.empty(), NONE);

            assertEquals(from.projects(NONE), to.projects(NONE));
            assertEquals(all(from, project), all(to, project));
            assertEquals(from.since(project, 0, NONE).toList(), to.since(project, 0, NONE).toList());
        }
    }

    private AnnotationStore open(String name) throws Exception {
        return new SqlStoreService().open(new StoreLocation.Embedded(folder.resolve(name), true), NONE);
    }

    private static Set<String> all(AnnotationStore store, UUID project) throws Exception {
        Set<String> all = new TreeSet<>();
        store.open(project, OptionalLong.empty(), NONE).objects().forEach(state -> all.add(state.toString()));
        store.objects(project, RecordTypes.ALL, OptionalLong.empty(), NONE)
                .forEachRemaining(state -> all.add(state.toString()));
        return all;
    }
}
