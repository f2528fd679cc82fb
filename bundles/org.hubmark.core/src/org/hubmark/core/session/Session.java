package org.hubmark.core.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.SavedQuery;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.project.ModelValues;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.model.Project;

/**
 * One member's work on one project: the acknowledged state of the store, and an ordered queue of own change sets on top
 * of it. A command shows at once and joins the queue, which is kept on disk and sent in the background; a refusal or a
 * colleague's change unwinds the queue, applies, and replays.
 * <p>
 * Unless said otherwise, methods belong to the model thread (see {@link ModelExecutor}) and cost no input or output.
 * Each is atomic towards what the session does itself, so with a direct executor any one thread may call; who then
 * walks EMF objects while colleagues are at work does so inside {@code executor().execute(…)}.
 */
public final class Session implements AutoCloseable {

    private final SessionCore core;
    private final SessionReads reads;
    private final Team team;

    private Session(SessionCore core) {
        this.core = core;
        this.reads = new SessionReads(this, core);
        this.team = new Team(core, reads);
    }

    /**
     * Opens a project. What an earlier session on this machine could not send is adopted and sent. Blocks on store and
     * disk; not on the display thread.
     *
     * @param outboxFolder where unsent changes are kept, the same for all projects and sessions of this member
     * @throws StoreException if the project can't be read, or the folder can't be used
     */
    public static Session open(AnnotationStore store, UUID project, Path outboxFolder, ModelExecutor executor,
            IProgressMonitor monitor) throws StoreException {
        return new Session(new SessionOpening(store, project, outboxFolder, executor).open(monitor));
    }

    /** Any thread. */
    public UUID projectId() {
        return core.project();
    }

    /** The root of the EMF objects. They are changed by commands on the editing domain only. */
    public Project project() {
        return core.model().project();
    }

    /** Its command stack runs EMF.Edit commands for this session: each becomes one change set and one step to undo. */
    public AdapterFactoryEditingDomain editingDomain() {
        return core.domain();
    }

    /** Any thread; for reading only. */
    public AnnotationStore store() {
        return core.store();
    }

    /** The account everything is committed under. Any thread. */
    public String member() {
        return core.store().member();
    }

    /** Tells this session apart from others of the same member. Any thread. */
    public UUID client() {
        return core.client();
    }

    /**
     * What the member may do, as far as this session knows: asked for when it is opened, when it is back after having
     * been offline, and when the store refuses something for it. Any thread.
     */
    public Role role() {
        return core.locked(core::self).role();
    }

    /** Any thread. */
    public ModelExecutor executor() {
        return core.executor();
    }

    /** The newest revision that this session shows. Any thread. */
    public long revision() {
        return core.locked(() -> core.local().revision());
    }

    /** An object of the model, or null. */
    public EObject find(UUID id) {
        return core.locked(() -> core.model().find(id));
    }

    /** An object of the model, or null if there is none of this class. */
    public <T> T find(UUID id, Class<T> type) {
        EObject object = find(id);
        return type.isInstance(object) ? type.cast(object) : null;
    }

    /** An object of the model or a record that is in memory, as this session shows it; else null. */
    public ObjectState state(UUID id) {
        return core.locked(() -> core.lookup().here(id));
    }

    /**
     * Reads something from the store in the background. Any thread may ask; the future completes on the model thread,
     * with a {@code StoreException} if the store can't be read.
     */
    public <T> CompletableFuture<T> read(StoreReading<T> reading) {
        return core.reads().ask(monitor -> reading.read(core.store(), monitor));
    }

    /** The id of an object of the model; null if it is no such object. */
    public static UUID id(EObject object) {
        return ModelValues.id(object);
    }

    /** Where an object of the model stands; null for the project and for what is not there. */
    public Placement placement(UUID object) {
        return core.locked(() -> core.model().placement(object));
    }

    /** An order key after all that is in this feature of a container. Cost: linear in the number of siblings. */
    public String orderAtEnd(UUID container, String feature) {
        return core.locked(() -> OrderKeys.between(lastOrder(container, feature), null));
    }

    private String lastOrder(UUID container, String feature) {
        EObject object = core.model().find(container);
        EStructuralFeature containment = object == null ? null : object.eClass().getEStructuralFeature(feature);
        if (containment == null || !containment.isMany()) {
            return core.records().lastOrder(container, feature);
        }
        List<?> children = (List<?>) object.eGet(containment);
        return children.isEmpty() ? null
                : core.model().placement(ModelValues.id((EObject) children.getLast())).order();
    }

    /** Does what a command says: shows it at once and joins the queue. Nothing if {@code changes} is empty. */
    public void execute(String label, List<Change> changes) {
        core.execute(label, changes);
    }

    /**
     * Keeps the text of an edition that is being imported; it reaches the store before the change set that creates the
     * edition. Blocks on the disk; not on the model thread.
     */
    public void keep(EditionText text) throws IOException {
        core.outbox().texts().put(text);
    }

    public boolean canUndo() {
        return undoLabel() != null;
    }

    public boolean canRedo() {
        return redoLabel() != null;
    }

    /** What would be undone, as the user called it; null if nothing. */
    public String undoLabel() {
        return core.locked(() -> core.undoing().undoLabel());
    }

    /** What would be redone; null if nothing. */
    public String redoLabel() {
        return core.locked(() -> core.undoing().redoLabel());
    }

    /**
     * Takes the newest own step back, all of it or nothing. Empty if that was done; else the reason why not, for the
     * user: such a step leaves the history. If the store refuses later, listeners hear of a rejection.
     */
    public Optional<String> undo() {
        return core.locked(() -> core.undoing().undo());
    }

    /** Does again what was undone last; otherwise like {@link #undo}. */
    public Optional<String> redo() {
        return core.locked(() -> core.undoing().redo());
    }

    /** What the last undo or redo was about, to be revealed; empty if there was none. */
    public Set<UUID> lastUndone() {
        return core.locked(() -> core.undoing().lastUndone());
    }

    /** All briefings, in their order. */
    public List<Briefing> briefings() {
        return core.locked(() -> core.records().briefings());
    }

    /** The editions of a briefing, in their order; may be empty. */
    public List<Edition> editions(UUID briefing) {
        return core.locked(() -> core.records().editions(briefing));
    }

    /** An edition, or null. */
    public Edition edition(UUID id) {
        return core.locked(() -> core.records().edition(id));
    }

    /** A briefing, or null. */
    public Briefing briefing(UUID id) {
        return core.locked(() -> core.records().briefing(id));
    }

    /** The saved queries of the project, in their order. */
    public List<SavedQuery> queries() {
        return core.locked(() -> core.records().queries());
    }

    /**
     * Opens an edition. Any thread may ask; the future completes on the model thread, with a {@code StoreException} if
     * the edition can't be read.
     */
    public CompletableFuture<BriefingDocument> openBriefing(UUID edition) {
        return reads.open(edition);
    }

    /**
     * The evidence of an object: of it as a whole and of its features, what waits in the queue included, by briefing
     * and place. Any thread may ask; the future completes on the model thread.
     */
    public CompletableFuture<List<EvidenceItem>> evidence(UUID target) {
        return reads.evidence(target);
    }

    /** Every passage with a code, loaded or not; otherwise like {@link #evidence}. */
    public CompletableFuture<List<Passage>> passages(UUID code) {
        return reads.passages(code);
    }

    /** The colleagues, and what they do. Any thread. */
    public Team team() {
        return team;
    }

    /** Any thread. */
    public SyncState syncState() {
        return core.locked(core.sync()::state);
    }

    /** The change sets that the store has not confirmed, oldest first. Any thread. */
    public List<ChangeSet> waiting() {
        return core.locked(() -> core.local().queue());
    }

    /** Tries at once to reach the store again, instead of in a while. Returns at once. Any thread. */
    public void tryAgain() {
        core.sender().signal();
    }

    /** Any thread. */
    public void addListener(SessionListener listener) {
        core.events().add(listener);
    }

    /** Any thread. */
    public void removeListener(SessionListener listener) {
        core.events().remove(listener);
    }

    /**
     * Waits until the store has confirmed everything. False if the time is over before. Never on the model thread.
     */
    public boolean awaitSynced(Duration timeout) throws InterruptedException {
        return core.awaitSynced(timeout);
    }

    /**
     * Sends what is waiting, but waits for no more than a few seconds; what is left stays in the outbox. Any thread.
     */
    @Override
    public void close() {
        core.close();
    }

    void leave(BriefingDocument document) {
        core.locked(() -> {
            core.local().leave(document.replica());
            reads.forget(document);
        });
    }
}
