package org.hubmark.core.pack;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Value;
import org.hubmark.core.pack.Pack.Link;
import org.hubmark.core.pack.Pack.PackPart;
import org.hubmark.core.pack.Pack.PackPassage;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.Anchor;
import org.hubmark.core.text.CodePoints;
import org.hubmark.core.text.Quotes;
import org.hubmark.core.text.SourceText;

/**
 * Lays a pack on an edition of its briefing: parts, one passage for each stretch, its evidence, the elements it needs
 * that are missing, and the wordings that only the user's copy holds. Cost: linear in the pack.
 */
final class PackAttachment {

    private final ProjectDraft draft;
    private final SeedModel model;
    private final Pack pack;
    private final Edition edition;
    private final String text;
    private final CodePoints codePoints;
    private final Stamp stamp;
    private int evidence;

    PackAttachment(ProjectDraft draft, SeedModel model, Pack pack, Edition edition, String text, Stamp stamp) {
        this.draft = draft;
        this.model = model;
        this.pack = pack;
        this.edition = edition;
        this.text = text;
        this.codePoints = new CodePoints(text);
        this.stamp = stamp;
    }

    /** Whether the text is the one the pack was made of: every stretch must have the same words. */
    static boolean fits(Pack pack, String text) {
        CodePoints codePoints = new CodePoints(text);
        return codePoints.length() == pack.codePoints() && pack.passages().stream().allMatch(passage -> {
            String quote = text.substring(codePoints.toUtf16(passage.start()), codePoints.toUtf16(passage.end()));
            return SourceText.sha256(quote.getBytes(StandardCharsets.UTF_8)).equals(passage.sha256());
        });
    }

    /** Adds everything to the draft. The briefing and the edition must be in it. Once for each attachment. */
    void attach() throws StoreException {
        Set<String> needed = new LinkedHashSet<>();
        pack.passages().forEach(passage -> passage.links().forEach(link -> needed.add(link.address())));
        pack.wordings().forEach(wording -> needed.add(wording.address()));
        model.addTo(draft, needed);
        for (int i = 0; i < pack.parts().size(); i++) {
            part(pack.parts().get(i), i);
        }
        for (int i = 0; i < pack.passages().size(); i++) {
            passage(pack.passages().get(i), i);
        }
        pack.wordings().forEach(this::wording);
    }

    int passages() {
        return pack.passages().size();
    }

    /** How many links have become evidence. */
    int evidence() {
        return evidence;
    }

    private void part(PackPart part, int index) {
        UUID id = Ids.named(edition.id(), part.key());
        draft.create(new Part(id, edition.id(), OrderKeys.nth(index), part.kind(), part.key(), part.number(),
                part.title(), codePoints.toUtf16(part.start()), codePoints.toUtf16(part.end())).state());
    }

    private void passage(PackPassage passage, int index) {
        UUID id = Ids.named(edition.id(), "passage " + passage.start() + "-" + passage.end());
        Anchor anchor = Anchor.of(text, codePoints.toUtf16(passage.start()), codePoints.toUtf16(passage.end()));
        Map<Link, UUID> targets = targets(passage.links());
        draft.create(new Passage(id, edition.id(), OrderKeys.nth(index), anchor, codes(passage, targets), null,
                stamp.member(), stamp.at()).state());
        int order = 0;
        for (Link link : passage.links()) {
            if (targets.containsKey(link)) {
                evidence(id, link, targets.get(link), order++);
            }
        }
    }

    private void evidence(UUID passage, Link link, UUID target, int index) {
        String name = String.join(" ", "evidence", link.address(), String.valueOf(link.role()),
                String.valueOf(link.feature()), link.stance().literal());
        draft.create(new Evidence(Ids.named(passage, name), passage, OrderKeys.nth(index), target, link.feature(),
                link.role(), link.stance(), 0, null, stamp.member(), stamp.at()).state());
        evidence++;
    }

    private Map<Link, UUID> targets(List<Link> links) {
        Map<Link, UUID> targets = new HashMap<>();
        for (Link link : links) {
            model.find(draft.objects(), link.address()).ifPresent(id -> targets.put(link, id));
        }
        return targets;
    }

    private Set<UUID> codes(PackPassage passage, Map<Link, UUID> targets) {
        Set<UUID> codes = new HashSet<>();
        targets.forEach((link, target) -> {
            if (link.stance() != Stance.MENTIONS) {
                codes.addAll(model.codes(draft.objects(), draft.objects().get(target)));
            }
        });
        return passage.states() ? codes : model.mentionCodes(draft.objects());
    }

    private void wording(Pack.Wording wording) {
        String words = text.substring(codePoints.toUtf16(wording.start()), codePoints.toUtf16(wording.end()));
        model.find(draft.objects(), wording.address())
                .ifPresent(id -> draft.fill(id, wording.feature(), Value.of(Quotes.shown(words))));
    }
}
