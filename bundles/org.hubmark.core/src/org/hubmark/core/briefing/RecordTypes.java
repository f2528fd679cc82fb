package org.hubmark.core.briefing;

import java.util.Set;

/** The types that are records and never EMF objects: there may be hundreds of thousands of each. */
public final class RecordTypes {

    public static final String BRIEFING = "Briefing";
    public static final String EDITION = "Edition";
    public static final String PART = "Part";
    public static final String PASSAGE = "Passage";
    public static final String EVIDENCE = "Evidence";
    public static final String SAVED_QUERY = "SavedQuery";

    /** What members say to each other about a passage, an element, or another comment, which it stands in. */
    public static final String COMMENT = "Comment";
    /** A change set that the store did not take because of a colleague's, and what became of it. */
    public static final String CONFLICT = "Conflict";

    /** All of them. Any other type is a class of the Ecore model. */
    public static final Set<String> ALL = Set.of(BRIEFING, EDITION, PART, PASSAGE, EVIDENCE, SAVED_QUERY, COMMENT,
            CONFLICT);

    private RecordTypes() {
    }
}
