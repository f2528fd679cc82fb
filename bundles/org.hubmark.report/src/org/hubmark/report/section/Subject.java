package org.hubmark.report.section;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.report.ReportOptions;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.text.ReadingText;
import org.hubmark.model.Element;
import org.hubmark.model.Family;
import org.hubmark.report.block.Line;

/**
 * What every section of one report shares: the project, its scope, the numbers of its passages, its words. Made once
 * per report, on the thread that owns the project's EMF objects, and used on that thread only.
 */
public final class Subject {

    private final ProjectContent content;
    private final ReportOptions options;
    private final Wording wording;
    private final Scope scope;
    private final Citations citations;
    private final Targets targets;
    private final Evidencing evidencing;
    private final Describing describing;
    private final Sources sources;

    /** Cost: linear in the project, mostly the reading texts. @param readings makes the reading text of an edition */
    public Subject(ProjectContent content, ReportOptions options, Function<BriefingContent, ReadingText> readings) {
        this.content = content;
        this.options = options;
        wording = new Wording(options.language());
        scope = new Scope(content.project(), options.hubs());
        citations = new Citations(content);
        targets = new Targets(content, wording);
        evidencing = new Evidencing(citations, wording.messages());
        describing = new Describing(wording, scope, evidencing, content.briefings());
        sources = new Sources(content.briefings(), readings, wording);
    }

    /** The name of the project, as the title of the report. */
    public Line title() {
        String name = content.project().getName();
        Line.Builder title = Line.builder();
        describing.text(title, Wording.blank(name) ? messages().get("project.unnamed") : name.strip());
        return title.build();
    }

    ProjectContent content() {
        return content;
    }

    Messages messages() {
        return wording.messages();
    }

    Wording wording() {
        return wording;
    }

    Scope scope() {
        return scope;
    }

    Citations citations() {
        return citations;
    }

    Targets targets() {
        return targets;
    }

    Evidencing evidencing() {
        return evidencing;
    }

    Describing describing() {
        return describing;
    }

    Sources sources() {
        return sources;
    }

    /** The passages of an edition that the report cites, by number: all of them if the whole project is shown. */
    List<Citations.Cited> cited(BriefingContent briefing) {
        List<Citations.Cited> all = citations.of(briefing);
        return scope.whole() ? all : all.stream().filter(this::inScope).toList();
    }

    private boolean inScope(Citations.Cited cited) {
        return cited.evidence().stream().map(Evidence::target).anyMatch(scope::holds);
    }

    /** Evidence for an element as a whole or for anything said in its own line; for its facts, see there. */
    List<Evidence> evidence(Element element) {
        return describing.evidence(element);
    }

    /** The elements that want evidence. Families do not: they sort what is stated and state nothing. */
    List<Element> claims() {
        return scope.elements().stream().filter(e -> !(e instanceof Family)).toList();
    }

    Set<UUID> hubs() {
        return options.hubs();
    }
}
