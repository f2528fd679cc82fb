package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.EvidenceItem;
import org.hubmark.core.session.Session;

/**
 * Works out all that goes when a briefing is deleted: evidence first, then passages with their
 * comments and parts, then the editions, then
 * the briefing. Begun and completed on the model thread. Use once.
 */
final class BriefingDeletion {

    private final Session session;
    private final Briefing briefing;
    private final List<BriefingDocument> documents = new ArrayList<>();
    private final Map<UUID, Evidence> evidence = new LinkedHashMap<>();

    BriefingDeletion(Session session, Briefing briefing) {
        this.session = session;
        this.briefing = briefing;
    }

    CompletableFuture<List<Change>> changes() {
        CompletableFuture<Void> opened = CompletableFuture.completedFuture(null);
        for (Edition edition : session.editions(briefing.id())) {
            opened = opened.thenCompose(nothing -> session.openBriefing(edition.id())).thenAccept(documents::add);
        }
        return opened.thenCompose(nothing -> collectEvidence()).thenApply(nothing -> complete())
                .whenComplete((changes, failure) -> documents.forEach(BriefingDocument::close));
    }

    /** The evidence that is for anything that goes. */
    private CompletableFuture<Void> collectEvidence() {
        List<UUID> doomed = new ArrayList<>(List.of(briefing.id()));
        for (BriefingDocument document : documents) {
            doomed.add(document.edition().id());
            document.parts().stream().map(Part::id).forEach(doomed::add);
            document.passages().stream().map(Passage::id).forEach(doomed::add);
        }
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (UUID object : doomed) {
            all = all.thenCombine(session.evidence(object), (nothing, items) -> {
                items.stream().map(EvidenceItem::evidence).forEach(e -> evidence.put(e.id(), e));
                return null;
            });
        }
        return all;
    }

    private List<Change> complete() {
        List<ObjectState> records = new ArrayList<>();
        List<ObjectState> editions = new ArrayList<>();
        for (BriefingDocument document : documents) {
            for (Passage passage : document.passages()) {
                document.evidence(passage.id()).forEach(e -> evidence.put(e.id(), e));
                document.comments(passage.id()).reversed().forEach(comment -> records.add(comment.state()));
                records.add(passage.state());
            }
            document.parts().forEach(part -> records.add(part.state()));
            editions.add(document.edition().state());
        }
        List<Change> changes = new ArrayList<>();
        evidence.values().forEach(e -> changes.add(new Change.Delete(e.state())));
        records.forEach(state -> changes.add(new Change.Delete(state)));
        editions.forEach(state -> changes.add(new Change.Delete(state)));
        changes.add(new Change.Delete(briefing.state()));
        return changes;
    }
}
