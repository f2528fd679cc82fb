package org.hubmark.ui.briefing;

import java.util.UUID;

import org.hubmark.core.session.BriefingDocument;

/** The passage that has the attention in an editor: what other views follow. */
public record PassageSelection(BriefingDocument document, UUID passage) {
}
