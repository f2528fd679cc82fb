package org.hubmark.core.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.history.ChangeLines;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.PassageFilter;
import org.hubmark.core.store.PassageOrder;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;

/**
 * What a session reads from the store on demand, on a thread of its own, and completes with its queue on the model
 * thread.
 */
final class SessionReads {

    private static final Comparator<EvidenceItem> BY_PLACE = Comparator
            .<EvidenceItem, String>comparing(item -> item.briefing().order())
            .thenComparing(item -> item.briefing().id()).thenComparing(item -> item.passage().anchor().start())
            .thenComparing(item -> item.evidence().id());

    private final Session session;
    private final SessionCore core;
    private final List<BriefingDocument> documents = new ArrayList<>();

    SessionReads(Session session, SessionCore core) {
        this.session = session;
        this.core = core;
    }

    CompletableFuture<BriefingDocument> open(UUID edition) {
        CompletableFuture<BriefingDocument> future = core.reads().request();
        core.reads().ask(future, monitor -> content(edition, monitor), content -> join(future, edition, content));
        return future;
    }

    CompletableFuture<List<EvidenceItem>> evidence(UUID target) {
        CompletableFuture<List<EvidenceItem>> future = core.reads().request();
        core.reads().ask(future, monitor -> stored(target, monitor),
                stored -> future.complete(items(target, stored)));
        return future;
    }

    CompletableFuture<List<Passage>> passages(UUID code) {
        CompletableFuture<List<Passage>> future = core.reads().request();
        PassageFilter filter = new PassageFilter(core.project(), null, code, null, null);
        core.reads().ask(future, monitor -> core.store().passages(filter, PassageOrder.PLACE, monitor).toList(),
                stored -> future.complete(coded(code, stored)));
        return future;
    }

    CompletableFuture<List<Revision>> log(LogFilter filter, int limit) {
        return core.reads().ask(monitor -> {
            List<Revision> page = new ArrayList<>();
            try (Cursor<Revision> log = core.store().latest(filter, monitor)) {
                while (page.size() < limit && log.hasNext()) {
                    page.add(log.next());
                }
            }
            return List.copyOf(page);
        });
    }

    CompletableFuture<List<RevisionSummary>> describe(List<Revision> revisions) {
        Set<UUID> ids = new LinkedHashSet<>();
        Map<UUID, ObjectState> told = new HashMap<>();
        for (Revision revision : revisions) {
            ids.addAll(ChangeLines.mentioned(revision.changes(), ChangeLines.LIMIT));
            told.putAll(ChangeLines.told(revision.changes()));
        }
        return named(ids, told).thenApply(known -> revisions.stream().map(new ChangeLines(known::get)::of).toList());
    }

    CompletableFuture<List<ChangeLine>> describe(List<Change> changes, int limit) {
        return named(ChangeLines.mentioned(changes, limit), ChangeLines.told(changes))
                .thenApply(known -> new ChangeLines(known::get).of(changes, limit));
    }

    /** Any thread may ask; completes on the model thread. */
    private CompletableFuture<Map<UUID, ObjectState>> named(Set<UUID> ids, Map<UUID, ObjectState> told) {
        CompletableFuture<Map<UUID, ObjectState>> future = core.reads().request();
        core.onModel(() -> core.lookup().find(ids, told).whenComplete((known, failure) -> {
            if (failure == null) {
                future.complete(known);
            } else {
                future.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        }));
        return future;
    }

    /** What the store has of an edition; of one that still waits in the queue, what waits here. */
    private BriefingContent content(UUID id, IProgressMonitor monitor) throws StoreException, IOException {
        Edition edition = session.edition(id);
        EditionText text = edition == null ? null : core.outbox().texts().get(edition.textSha256());
        if (text == null || !isQueued(id)) {
            return core.store().read(id, monitor);
        }
        return new BriefingContent(session.revision(), session.briefing(edition.briefing()), edition, text.text(),
                List.of(), List.of(), List.of());
    }

    private boolean isQueued(UUID id) {
        return core.locked(() -> core.local().queue().stream().map(ChangeSet::changes)
                .anyMatch(changes -> changes.stream().anyMatch(change -> change.object().equals(id))));
    }

    /** Reads again if the session has got ahead of what was read. */
    private void join(CompletableFuture<BriefingDocument> future, UUID edition, BriefingContent content) {
        if (content.revision() < core.local().revision()) {
            core.reads().ask(future, monitor -> content(edition, monitor), again -> join(future, edition, again));
            return;
        }
        BriefingDocument document = new BriefingDocument(session, content);
        core.local().join(document.replica());
        documents.add(document);
        future.complete(document);
    }

    private List<ObjectState> stored(UUID target, IProgressMonitor monitor) throws StoreException {
        List<ObjectState> states = new ArrayList<>();
        PassageFilter filter = new PassageFilter(core.project(), null, null, target, null);
        core.store().passages(filter, PassageOrder.PLACE, monitor).toList().forEach(p -> states.add(p.state()));
        core.store().evidence(target, monitor).toList().forEach(e -> states.add(e.state()));
        return states;
    }

    private List<EvidenceItem> items(UUID target, List<ObjectState> stored) {
        LiveRecords records = new LiveRecords(stored, state -> RecordTypes.PASSAGE.equals(state.type())
                || RecordTypes.EVIDENCE.equals(state.type()) && target.equals(state.ref("target")));
        core.local().queue().forEach(set -> set.changes().forEach(records::apply));
        List<EvidenceItem> items = new ArrayList<>();
        for (ObjectState state : records.all()) {
            if (RecordTypes.EVIDENCE.equals(state.type())) {
                add(items, Evidence.of(state), records);
            }
        }
        items.sort(BY_PLACE);
        return List.copyOf(items);
    }

    /**
     * The passages with a code, with what waits in the queue. A passage coded in the queue may be only in a document.
     */
    private List<Passage> coded(UUID code, List<Passage> stored) {
        LiveRecords records = new LiveRecords(stored.stream().map(Passage::state).toList(),
                state -> RecordTypes.PASSAGE.equals(state.type()));
        core.local().queue().stream().flatMap(set -> set.changes().stream()).forEach(change -> {
            Passage open = opened(change.object());
            if (open != null && records.get(open.id()) == null) {
                records.apply(new Change.Create(open.state()));
            }
            records.apply(change);
        });
        return records.all().stream().map(Passage::of).filter(passage -> passage.codes().contains(code)).toList();
    }

    private void add(List<EvidenceItem> items, Evidence evidence, LiveRecords records) {
        ObjectState state = records.get(evidence.passage());
        Passage passage = state == null ? opened(evidence.passage()) : Passage.of(state);
        Edition edition = passage == null ? null : core.records().edition(passage.edition());
        Briefing briefing = edition == null ? null : core.records().briefing(edition.briefing());
        if (briefing != null) {
            items.add(new EvidenceItem(evidence, passage, briefing, edition));
        }
    }

    /** A passage that the store does not know in this context yet, from an open document; else null. */
    private Passage opened(UUID passage) {
        return documents.stream().map(document -> document.passage(passage)).filter(Objects::nonNull)
                .findFirst().orElse(null);
    }

    /** The document is closed. */
    void forget(BriefingDocument document) {
        documents.remove(document);
    }
}
