package org.hubmark.core.session;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;

/** One piece of evidence with all that is needed to show it and to jump to it. */
public record EvidenceItem(Evidence evidence, Passage passage, Briefing briefing, Edition edition) {
}
