package org.hubmark.core.check;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EObject;
import org.hubmark.core.project.LoadedProject;
import org.hubmark.core.project.ModelValues;
import org.hubmark.model.Element;
import org.hubmark.model.Fact;

/** Elements and facts that no passage stands for, neither themselves nor by anything in them. */
final class EvidenceCheck implements Check {

    @Override
    public List<Finding> run(LoadedProject project, IProgressMonitor monitor) {
        Findings findings = new Findings(Finding.Severity.WARNING, "evidence");
        Places places = new Places(project.states());
        for (Iterator<EObject> all = project.project().eAllContents(); all.hasNext();) {
            EObject object = all.next();
            UUID id = ModelValues.id(object);
            if (object instanceof Element && !isSupported(project, object)) {
                findings.add(id, places.of(id), m -> m.get("evidence.element"));
            } else if (object instanceof Fact && !isSupported(project, object)) {
                findings.add(id, places.of(id), m -> m.get("evidence.fact"));
            }
        }
        return findings.all();
    }

    private static boolean isSupported(LoadedProject project, EObject object) {
        return !project.evidence(ModelValues.id(object)).isEmpty()
                || object.eContents().stream().anyMatch(part -> isSupported(project, part));
    }
}
