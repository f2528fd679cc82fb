package org.hubmark.core.check;

import java.util.Map;
import java.util.Set;

import org.hubmark.core.briefing.RecordTypes;

/** What the records look like in the store: features, and where they stand. */
final class RecordSchema {

    /** Container type and feature. */
    record Home(String container, String feature) {
    }

    private static final Map<String, Home> HOMES = Map.of(
            RecordTypes.BRIEFING, new Home("Project", "briefings"),
            RecordTypes.SAVED_QUERY, new Home("Project", "queries"),
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
                    "created"));

    private RecordSchema() {
    }

    static Home home(String type) {
        return HOMES.get(type);
    }

    /** Whether a record of this type has this single-valued feature. */
    static boolean hasSingle(String type, String feature) {
        return SINGLE.get(type).contains(feature);
    }

    static boolean hasMany(String type, String feature) {
        return RecordTypes.PASSAGE.equals(type) && "codes".equals(feature);
    }
}
