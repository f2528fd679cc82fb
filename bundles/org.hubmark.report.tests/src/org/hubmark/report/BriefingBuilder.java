package org.hubmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.text.Anchor;
import org.hubmark.model.Code;
import org.hubmark.model.Identified;

/** A briefing with passages found by their words. The same words give the same passage, and so the same ids. */
final class BriefingBuilder {

    private final String key;
    private final String title;
    private final String language;
    private final String text;
    private final TreeMap<String, Passage> passages = new TreeMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    BriefingBuilder(String key, String title, String language, String text) {
        this.key = key;
        this.title = title;
        this.language = language;
        this.text = text;
    }

    BriefingBuilder supports(String quote, Identified target) {
        return link(Stance.SUPPORTS, at(quote), UUID.fromString(target.getId()), null, null);
    }

    BriefingBuilder supports(String quote, Identified target, String feature) {
        return link(Stance.SUPPORTS, at(quote), UUID.fromString(target.getId()), feature, null);
    }

    BriefingBuilder role(String quote, UUID target, String role) {
        return link(Stance.SUPPORTS, at(quote), target, null, role);
    }

    BriefingBuilder contradicts(String quote, Identified target) {
        return link(Stance.CONTRADICTS, at(quote), UUID.fromString(target.getId()), null, null);
    }

    BriefingBuilder mentions(String quote, Identified target) {
        return link(Stance.MENTIONS, at(quote), UUID.fromString(target.getId()), null, null);
    }

    BriefingBuilder codes(String quote, String memo, Code... codes) {
        Passage found = passage(at(quote));
        Set<UUID> ids = new java.util.HashSet<>();
        for (Code code : codes) {
            ids.add(UUID.fromString(code.getId()));
        }
        passages.put(found.anchor().format(), new Passage(found.id(), found.edition(), found.order(), found.anchor(),
                ids, memo, found.author(), found.created()));
        return this;
    }

    BriefingBuilder link(Stance stance, Anchor anchor, UUID target, String feature, String role) {
        Passage passage = passage(anchor);
        UUID id = Ids.named(passage.id(), target + "/" + feature + "/" + role + "/" + stance);
        evidence.add(new Evidence(id, passage.id(), OrderKeys.nth(evidence.size()), target, feature, role, stance, 0,
                null, "lin", null));
        return this;
    }

    private Anchor at(String quote) {
        int start = text.indexOf(quote);
        if (start < 0) {
            throw new IllegalArgumentException("not in the text: " + quote);
        }
        return Anchor.of(text, start, start + quote.length());
    }

    private Passage passage(Anchor anchor) {
        return passages.computeIfAbsent(anchor.format(), segments -> new Passage(Ids.named(id(), segments), edition(),
                segments, anchor, Set.of(), null, "lin", null));
    }

    UUID id() {
        return Ids.ofKey(key);
    }

    private UUID edition() {
        return Ids.named(id(), "edition");
    }

    BriefingContent build() {
        Briefing briefing = new Briefing(id(), Ids.ofKey("project"), OrderKeys.nth(0), key, title, null, null,
                "Example Press", null, "2024-05", language, null);
        Edition edition = new Edition(edition(), id(), "V", key + ".txt", "text/plain", "UTF-8", "", "", text.length(),
                text.codePointCount(0, text.length()), "lin", null);
        Comparator<Passage> byStart = Comparator.comparingInt(p -> p.anchor().start());
        List<Passage> sorted = passages.values().stream().sorted(byStart.thenComparing(p -> -p.anchor().end()))
                .toList();
        return new BriefingContent(42, briefing, edition, text, List.of(), sorted, List.copyOf(evidence));
    }
}
