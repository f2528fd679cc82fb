package org.hubmark.core.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.project.LoadedProject;
import org.hubmark.core.project.ProjectLoader;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;

/** All checks of a project. */
public final class Checks {

    private static final List<Check> ALL = List.of(new AnchorCheck(), new ReferenceCheck(), new SchemaCheck(),
            new EvidenceCheck(), new TotalCheck());

    private Checks() {
    }

    /** Runs all checks on the project as it is now. Blocks; no display thread. Errors come first. */
    public static List<Finding> run(AnnotationStore store, UUID project, IProgressMonitor monitor)
            throws StoreException {
        return run(ProjectLoader.load(store, project, OptionalLong.empty(), monitor), monitor);
    }

    /** Runs all checks on a loaded project. Errors come first. */
    public static List<Finding> run(LoadedProject project, IProgressMonitor monitor) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : ALL) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            findings.addAll(check.run(project, monitor));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }
}
