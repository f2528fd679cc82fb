package org.hubmark.core.store;

import java.util.List;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;

/**
 * One edition with everything that is said of it, at one revision of its project.
 *
 * @param text the canonical text
 * @param passages by start, then by end descending (outer before inner)
 */
public record BriefingContent(long revision, Briefing briefing, Edition edition, String text, List<Part> parts,
        List<Passage> passages, List<Evidence> evidence) {
}
