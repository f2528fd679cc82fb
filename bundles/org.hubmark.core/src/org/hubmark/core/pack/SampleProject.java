package org.hubmark.core.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.briefing.SavedQuery;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Value;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.Canonical;
import org.hubmark.core.text.SourceText;

/** The project "Innovation hubs": the hub model, the codebook, saved queries, and digests with their evidence. */
public final class SampleProject {

    private final SeedFolder seeds;
    private final Messages messages = Messages.of(SampleProject.class);

    public SampleProject(SeedFolder seeds) {
        this.seeds = seeds;
    }

    /** One change set of the project, and the texts that must be kept before it is committed. */
    record Step(String label, List<EditionText> texts, List<Change> changes) {
    }

    /**
     * Makes the project, in the language of the user, and answers its id. Called again after a failure half-way, it
     * goes on where it was. Blocks for a few seconds; not on the display thread.
     *
     * @throws StoreException also if the store refuses a step
     */
    public UUID createIn(AnnotationStore store, IProgressMonitor monitor) throws StoreException, IOException {
        UUID project = Ids.ofKey("project.innovation-hubs");
        List<Step> steps = steps(project, Stamp.now(store.member()), used(store, project, monitor));
        SubMonitor progress = SubMonitor.convert(monitor, steps.size());
        UUID client = Ids.named(project, "sample");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            for (EditionText text : step.texts()) {
                store.keep(text, progress.split(0));
            }
            UUID id = Ids.named(project, "sample step " + i);
            commit(store, new ChangeSet(id, project, client, i, step.label(), null, step.changes()), progress.split(1));
        }
        return project;
    }

    private void commit(AnnotationStore store, ChangeSet step, IProgressMonitor monitor) throws StoreException {
        switch (store.commit(step, monitor)) {
            case CommitResult.Accepted accepted -> { }
            case CommitResult.Conflict conflict ->
                throw refusal(messages.get("sample.conflict", conflict.details().getFirst().who()));
            case CommitResult.Refused refused -> throw refusal(messages.get("sample.refused", refused.message()));
        }
    }

    private static StoreException refusal(String message) {
        return new StoreException(StoreException.Kind.OTHER, message);
    }

    /** Ids of other projects in the same database are taken; those of this one, made half-way, are its own. */
    private static ProjectDraft.UsedIds used(AnnotationStore store, UUID project, IProgressMonitor monitor)
            throws StoreException {
        if (store.projects(monitor).stream().allMatch(info -> info.id().equals(project))) {
            return id -> false;
        }
        return id -> {
            try (Cursor<?> history = store.history(id, monitor)) {
                return history.hasNext();
            }
        };
    }

    /** The change sets of the project, in their order. */
    List<Step> steps(UUID project, Stamp stamp, ProjectDraft.UsedIds used) throws StoreException, IOException {
        SeedModel model = SeedModel.read(seeds);
        PackLibrary packs = PackLibrary.read(seeds);
        ProjectDraft draft = new ProjectDraft(project, List.of(), used);
        List<Step> steps = new ArrayList<>();
        draft.create(project(project));
        model.addTo(draft);
        SavedQuerySeeds.read(seeds).addTo(draft);
        steps.add(new Step(messages.get("sample.model"), List.of(), draft.drain()));
        BriefingImport.Preparation preparation = new BriefingImport.Preparation(packs, model, stamp);
        for (String name : seeds.names("digests", ".txt.md")) {
            BriefingImport digest = preparation.prepare(read(name), draft);
            steps.add(new Step(digest.label(), List.of(digest.text()), digest.changes()));
        }
        return steps;
    }

    private ObjectState project(UUID id) {
        Map<String, Value> values = new TreeMap<>();
        values.put("name", Value.of(messages.get("sample.name")));
        values.put("description", Value.of(description(Locale.SIMPLIFIED_CHINESE) + "\n" + description(Locale.ENGLISH)));
        return new ObjectState(id, "Project", null, values, Map.of());
    }

    /** In both languages, as a report of either is made from the project. */
    private static String description(Locale language) {
        return Messages.of(SampleProject.class, language).get("sample.description");
    }

    private ReadBriefing read(String name) throws IOException {
        byte[] bytes = seeds.bytes(name);
        SourceText text = Canonical.of(seeds.text(name), replaced -> {
            throw new IllegalStateException("seeds/" + name + ": character not allowed at " + replaced.offset());
        });
        return new ReadBriefing(name.substring(name.lastIndexOf('/') + 1).replace(".txt.md", ".md"), "text/markdown",
                bytes, SourceText.sha256(bytes), "UTF-8", text, Map.of(), List.of());
    }

    /** The project's own queries, of the folder {@code queries}. */
    private record SavedQuerySeeds(Map<String, String> byName) {

        static SavedQuerySeeds read(SeedFolder seeds) throws IOException {
            Map<String, String> byName = new TreeMap<>();
            for (String name : seeds.names("queries", ".sql")) {
                byName.put(name.substring(name.lastIndexOf('/') + 1, name.length() - 4), seeds.text(name));
            }
            return new SavedQuerySeeds(byName);
        }

        void addTo(ProjectDraft draft) throws StoreException {
            int index = 0;
            for (Map.Entry<String, String> query : byName.entrySet()) {
                String sql = query.getValue();
                draft.create(new SavedQuery(draft.free("query." + query.getKey()), draft.project(),
                        OrderKeys.nth(index++), query.getKey(), comment(sql, "title_zh"), comment(sql, "title_en"),
                        sql).state());
            }
        }

        private static String comment(String sql, String name) {
            String start = "-- " + name + ":";
            return sql.lines().filter(line -> line.startsWith(start)).findFirst()
                    .map(line -> line.substring(start.length()).strip()).orElse(null);
        }
    }
}
