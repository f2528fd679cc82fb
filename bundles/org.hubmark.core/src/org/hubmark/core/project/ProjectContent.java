package org.hubmark.core.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Project;

/**
 * A whole project at one revision, in memory: what checks, reports and counts read. The EMF objects in it belong to the
 * caller's thread and are never changed; they are not those of a session.
 */
public interface ProjectContent {

    Project project();

    long revision();

    /** Whether there was no later revision when this was read. */
    boolean isNewest();

    /** When the revision was committed; the only date a report knows. */
    Instant when();

    /** Who committed it. */
    String author();

    /** The editions with their texts, by the order of their briefings. */
    List<BriefingContent> briefings();

    /** Evidence for an object (not for what it contains), by briefing, place in it, then id; empty if none. */
    List<Evidence> evidence(UUID target);

    /** Every passage of every briefing. */
    Passage passage(UUID id);

    /** The edition a passage is in. */
    BriefingContent briefingOf(Passage passage);
}
