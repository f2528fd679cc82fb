package org.hubmark.core.pack;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.SourceText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the import of one file changes, as one change set: the briefing and its edition, and, if the program knows the
 * briefing, the evidence it holds. A file that the project has already changes nothing. Immutable.
 *
 * @param title of the briefing
 * @param text to be kept in the store before the changes are committed
 * @param label for the change set, in the user's language
 * @param passages how many passages are attached
 * @param evidence how many links from passages to what they are evidence of
 * @param changes empty if the project has the file
 */
public record BriefingImport(UUID briefing, UUID edition, String title, Optional<Pack> pack, EditionText text,
        String label, int passages, int evidence, List<Change> changes) {

    private static final Logger LOG = LoggerFactory.getLogger(BriefingImport.class);

    /**
     * Prepares the import of a file into a project as it is now. Reads the model of the project and the seeds; blocks;
     * not on the display thread.
     */
    public static BriefingImport prepare(ReadBriefing read, AnnotationStore store, UUID project, SeedFolder seeds,
            IProgressMonitor monitor) throws StoreException, IOException {
        ProjectDraft draft = ProjectDraft.load(store, project, monitor);
        return new BriefingImport.Preparation(PackLibrary.read(seeds), SeedModel.read(seeds), Stamp.now(store.member()))
                .prepare(read, draft);
    }

    /** What imports of several files share. */
    record Preparation(PackLibrary packs, SeedModel model, Stamp stamp) {

        BriefingImport prepare(ReadBriefing read, ProjectDraft draft) throws StoreException {
            String sha256 = read.text().sha256();
            EditionText text = new EditionText(sha256, read.text().text(), read.fileSha256(), read.original());
            Optional<Pack> pack = packs.find(read.fileSha256(), sha256).filter(found -> fits(found, text));
            Optional<Edition> known = editions(draft).filter(e -> sha256.equals(e.textSha256())).findFirst();
            if (known.isPresent()) {
                Briefing briefing = Briefing.of(draft.objects().get(known.get().briefing()));
                return result(briefing, known.get(), pack, text, 0, 0, List.of());
            }
            Briefing briefing = briefing(read, pack, draft);
            Edition edition = edition(read, briefing, sha256, draft);
            int attached = 0;
            int evidence = 0;
            if (pack.isPresent()) {
                PackAttachment attachment = new PackAttachment(draft, model, pack.get(), edition, text.text(), stamp);
                attachment.attach();
                attached = attachment.passages();
                evidence = attachment.evidence();
            }
            pageBreaks(read.text(), edition, draft);
            return result(briefing, edition, pack, text, attached, evidence, draft.drain());
        }

        /** A file that was read differently from when its pack was made is imported without it. */
        private static boolean fits(Pack pack, EditionText text) {
            boolean fits = PackAttachment.fits(pack, text.text());
            if (!fits) {
                LOG.warn("the evidence of {} is left out: its text differs from the one it was made of", pack.key());
            }
            return fits;
        }

        private static BriefingImport result(Briefing briefing, Edition edition, Optional<Pack> pack, EditionText text,
                int passages, int evidence, List<Change> changes) {
            String label = Messages.of(BriefingImport.class).get("import.label", briefing.title());
            return new BriefingImport(briefing.id(), edition.id(), briefing.title(), pack, text, label, passages,
                    evidence, changes);
        }

        private Briefing briefing(ReadBriefing read, Optional<Pack> pack, ProjectDraft draft) throws StoreException {
            String key = pack.map(Pack::key).orElse(null);
            Optional<UUID> there = pack.flatMap(known -> draft.objects().ofKey(known.key()));
            if (there.isPresent()) {
                return Briefing.of(draft.objects().get(there.get()));
            }
            Map<String, String> fields = new HashMap<>(read.frontMatter());
            fields.putAll(pack.map(Pack::briefing).orElse(Map.of()));
            UUID id = draft.free(key == null ? "briefing " + read.fileSha256() : key);
            Briefing briefing = new Briefing(id, draft.project(), next(draft, RecordTypes.BRIEFING), key,
                    title(fields.get("title"), read.fileName()), fields.get("series"), fields.get("issue"),
                    fields.get("publisher"), fields.get("authors"), fields.get("published"), fields.get("language"),
                    fields.get("rights"));
            draft.create(briefing.state());
            return briefing;
        }

        private Edition edition(ReadBriefing read, Briefing briefing, String sha256, ProjectDraft draft)
                throws StoreException {
            UUID id = draft.free("edition " + sha256 + " of " + briefing.id());
            Edition edition = new Edition(id, briefing.id(), next(draft, RecordTypes.EDITION), read.fileName(),
                    read.mediaType(), read.charset(), read.fileSha256(), sha256, read.text().text().length(),
                    read.text().codePoints(), stamp.member(), stamp.at());
            draft.create(edition.state());
            return edition;
        }

        private static void pageBreaks(SourceText text, Edition edition, ProjectDraft draft) {
            int page = 1;
            for (int offset : text.pageBreaks()) {
                draft.create(new Part(Ids.named(edition.id(), "page break " + offset), edition.id(),
                        OrderKeys.nth(page), Part.PAGE_BREAK, null, String.valueOf(page), null, offset, offset + 1)
                        .state());
                page++;
            }
        }

        private static Stream<Edition> editions(ProjectDraft draft) {
            return draft.objects().all().stream().filter(s -> s.type().equals(RecordTypes.EDITION)).map(Edition::of);
        }

        /** An order after everything of a type. */
        private static String next(ProjectDraft draft, String type) {
            String last = draft.objects().all().stream().filter(state -> state.type().equals(type))
                    .map(ObjectState::placement).filter(Objects::nonNull).map(p -> p.order()).max(String::compareTo)
                    .orElse(null);
            return OrderKeys.between(last, null);
        }

        private static String title(String stated, String fileName) {
            int dot = fileName.lastIndexOf('.');
            return stated == null || stated.isBlank() ? fileName.substring(0, dot > 0 ? dot : fileName.length())
                    : stated;
        }
    }
}
