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

    /** All of them. Any other type is a class of the Ecore model. */
    public static final Set<String> ALL = Set.of(BRIEFING, EDITION, PART, PASSAGE, EVIDENCE, SAVED_QUERY);

    private RecordTypes() {
    }
}
