package org.hubmark.core.check;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.project.LoadedProject;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.text.SourceText;

/**
 * Every quote equals its slice of the text; no passage or part reaches beyond it; the text is the one that was
 * imported.
 */
final class AnchorCheck implements Check {

    @Override
    public List<Finding> run(LoadedProject project, IProgressMonitor monitor) {
        Findings findings = new Findings(Finding.Severity.ERROR, "anchor");
        for (BriefingContent content : project.briefings()) {
            String name = content.briefing().title() + " / " + content.edition().fileName();
            if (!new SourceText(content.text(), List.of()).sha256().equals(content.edition().textSha256())) {
                findings.add(content.edition().id(), name, m -> m.get("anchor.text"));
            }
            content.passages().forEach(passage -> check(findings, name, content.text(), passage));
            content.parts().forEach(part -> check(findings, name, content.text(), part));
        }
        return findings.all();
    }

    private static void check(Findings findings, String name, String text, Passage passage) {
        int end = passage.anchor().end();
        if (end > text.length()) {
            findings.add(passage.id(), place(name, passage.anchor().start()),
                    m -> m.get("anchor.range", end, text.length()));
        } else if (!passage.anchor().holdsIn(text)) {
            findings.add(passage.id(), place(name, passage.anchor().start()),
                    m -> m.get("anchor.quote", passage.anchor().quote()));
        }
    }

    private static void check(Findings findings, String name, String text, Part part) {
        if (part.start() < 0 || part.end() < part.start() || part.end() > text.length()) {
            findings.add(part.id(), place(name, part.start()), m -> m.get("anchor.range", part.end(), text.length()));
        }
    }

    private static String place(String name, int start) {
        return name + " @ " + start;
    }
}
