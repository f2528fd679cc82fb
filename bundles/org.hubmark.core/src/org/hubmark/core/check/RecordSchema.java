package org.hubmark.core.check;

import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.model.HubmarkPackage;

/** What the records look like in the store: features, and where they stand. */
final class RecordSchema {

    /** Container type and feature. */
    private record Home(String container, String feature) {
    }

    private static final String COMMENTS = "comments";
    private static final Map<String, Home> HOMES = Map.of(
            RecordTypes.BRIEFING, new Home("Project", "briefings"),
            RecordTypes.SAVED_QUERY, new Home("Project", "queries"),
            RecordTypes.CONFLICT, new Home("Project", Conflict.FEATURE),
            RecordTypes.EDITION, new Home(RecordTypes.BRIEFING, "editions"),
            RecordTypes.PART, new Home(RecordTypes.EDITION, "parts"),
            RecordTypes.PASSAGE, new Home(RecordTypes.EDITION, "passages"),
            RecordTypes.EVIDENCE, new Home(RecordTypes.PASSAGE, "evidence"));
    private static final Map<String, Set<String>> SINGLE = Map.of(
            RecordTypes.BRIEFING, Set.of("key", "title", "series", "issue", "publisher", "authors", "published",
                    "language", "rights"),
            RecordTypes.SAVED_QUERY, Set.of("name", "titleZh", "titleEn", "sql"),
            RecordTypes.EDITION, Set.of("fileName", "mediaType", "charset", "fileSha256", "textSha256", "length",
                    "codePoints", "importedBy", "importedAt"),
            RecordTypes.PART, Set.of("kind", "key", "number", "title", "start", "end"),
            RecordTypes.PASSAGE, Set.of("segments", "start", "end", "quote", "prefix", "suffix", "memo", "author",
                    "created"),
            RecordTypes.EVIDENCE, Set.of("target", "feature", "role", "stance", "strength", "rationale", "author",
                    "created"),
            RecordTypes.COMMENT, Set.of("text", "author", "created", "resolved"),
            RecordTypes.CONFLICT, Set.of("label", "changes", "details", "author", "created", "state", "decidedBy",
                    "decidedAt"));
    private static final Map<String, Set<String>> MANY = Map.of(RecordTypes.PASSAGE, Set.of("codes"),
            RecordTypes.COMMENT, Set.of("mentions"));

    private RecordSchema() {
    }

    /** Whether a record of this type may stand in this feature of such a container. */
    static boolean mayStand(String type, String container, String feature) {
        return RecordTypes.COMMENT.equals(type) ? COMMENTS.equals(feature) && mayBeCommented(container)
                : new Home(container, feature).equals(HOMES.get(type));
    }

    /** Passages, elements, codes, and comments, which get replies. */
    private static boolean mayBeCommented(String type) {
        return RecordTypes.PASSAGE.equals(type) || RecordTypes.COMMENT.equals(type)
                || HubmarkPackage.eINSTANCE.getEClassifier(type) instanceof EClass known
                        && (HubmarkPackage.Literals.ELEMENT.isSuperTypeOf(known)
                                || HubmarkPackage.Literals.CODE.equals(known));
    }

    /** Whether a record of this type has this single-valued feature. */
    static boolean hasSingle(String type, String feature) {
        return SINGLE.get(type).contains(feature);
    }

    static boolean hasMany(String type, String feature) {
        return MANY.getOrDefault(type, Set.of()).contains(feature);
    }
}
