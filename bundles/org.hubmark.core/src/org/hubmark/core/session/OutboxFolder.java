package org.hubmark.core.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session keeps on disk for the store: its own outbox, those it adopted from dead sessions of the same project,
 * and texts. The newest adopted outbox becomes its own, client id and all, so that it is never in conflict with what
 * it inherited. Blocks on the disk; safe for use by several threads.
 */
final class OutboxFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxFolder.class);

    private final List<Outbox> adopted;
    private final Outbox own;
    private final OutboxTexts texts;
    private final RefusedSets refused;
    private final Path folder;

    private OutboxFolder(List<Outbox> adopted, Outbox own, Path folder) {
        this.adopted = adopted;
        this.own = own;
        this.texts = new OutboxTexts(folder.resolve("texts"));
        this.refused = new RefusedSets(folder.resolve("refused"));
        this.folder = folder;
    }

    /** Opens the outbox of a project below a folder, which is made if it isn't there. */
    static OutboxFolder open(Path folder, UUID project) throws IOException {
        Path here = folder.resolve(project.toString());
        List<Outbox> adopted = new ArrayList<>(Outbox.adopt(here));
        Outbox own = adopted.isEmpty() ? Outbox.create(here, Ids.next()) : adopted.removeLast();
        return new OutboxFolder(adopted, own, here);
    }

    /** The client id of everything new. */
    UUID client() {
        return own.client();
    }

    /** Where everything of the project is kept. */
    Path folder() {
        return folder;
    }

    RefusedSets refused() {
        return refused;
    }

    OutboxTexts texts() {
        return texts;
    }

    /** All that is not confirmed, oldest first. */
    List<ChangeSet> waiting() {
        List<ChangeSet> waiting = new ArrayList<>();
        adopted.forEach(outbox -> waiting.addAll(outbox.waiting()));
        waiting.addAll(own.waiting());
        return waiting;
    }

    void put(ChangeSet changes) throws IOException {
        outbox(changes).put(changes);
    }

    /** Confirmed, or never to be taken. */
    void done(Collection<UUID> changeSets) throws IOException {
        for (Outbox outbox : adopted) {
            outbox.done(changeSets);
        }
        own.done(changeSets);
    }

    private Outbox outbox(ChangeSet changes) {
        return adopted.stream().filter(o -> o.client().equals(changes.client())).findFirst().orElse(own);
    }

    @Override
    public void close() {
        adopted.forEach(OutboxFolder::close);
        close(own);
    }

    private static void close(Outbox outbox) {
        try {
            outbox.close();
        } catch (IOException e) {
            LOG.warn("an outbox could not be closed; the next session will look into it", e);
        }
    }
}
