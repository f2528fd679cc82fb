package org.hubmark.core.pack;

import java.util.List;
import java.util.Map;

import org.hubmark.core.briefing.Stance;

/**
 * What is known of a briefing without its text: which stretches of it are evidence of what. All offsets are code points
 * of the canonical text. Immutable.
 *
 * @param key of the briefing
 * @param briefing its title, series, issue … by the names in {@code Briefing}; only those that are known
 * @param parts what stretches are by their place
 * @param wordings features that hold words of the text itself, to be filled from the user's copy
 * @param passages by start
 */
public record Pack(String key, Map<String, String> briefing, String fileSha256, String textSha256, int codePoints,
        List<PackPart> parts, List<Wording> wordings, List<PackPassage> passages) {

    public Pack {
        briefing = Map.copyOf(briefing);
        parts = List.copyOf(parts);
        wordings = List.copyOf(wordings);
        passages = List.copyOf(passages);
    }

    /** A part; {@code number} and {@code title} may be null. */
    public record PackPart(String key, String kind, String number, String title, int start, int end) {
    }

    /** The words from {@code start} to {@code end} belong into a feature of the object at an address. */
    public record Wording(String address, String feature, int start, int end) {
    }

    /** A passage; {@code sha256} of its quote. */
    public record PackPassage(int start, int end, String sha256, List<Link> links) {
        public PackPassage {
            links = List.copyOf(links);
        }

        /** Whether it says something of a thing, and does not only mention it. */
        public boolean states() {
            return links.stream().anyMatch(link -> link.stance() != Stance.MENTIONS);
        }
    }

    /** Evidence for the object at an address; {@code role} and {@code feature} may be null. */
    public record Link(String address, String role, String feature, Stance stance) {

        private static final String OF_FACT = "fact";

        /**
         * Whether it is one of the links that are counted: neither a mention, nor one that was found because the words
         * of a fact stand in a passage of its element.
         */
        public boolean counts() {
            return stance != Stance.MENTIONS && !OF_FACT.equals(role);
        }
    }
}
