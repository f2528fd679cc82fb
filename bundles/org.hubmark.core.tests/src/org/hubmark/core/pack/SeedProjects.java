package org.hubmark.core.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.Canonical;
import org.hubmark.core.text.SourceText;
import org.hubmark.testing.Originals;

/** A project in memory that imports files as the workbench does, without a store. */
final class SeedProjects {

    static final Stamp STAMP = new Stamp("li", "2026-01-05T08:00:00Z");

    final SeedFolder seeds = SeedFolder.of(Originals.root().resolve("seeds"));
    final UUID project = Ids.ofKey("project.innovation-hubs");
    final ObjectTable table = new ObjectTable();
    private final SeedModel model;
    private final PackLibrary packs;

    private SeedProjects() throws IOException {
        model = SeedModel.read(seeds);
        packs = PackLibrary.read(seeds);
    }

    static SeedProjects empty() throws IOException {
        SeedProjects projects = new SeedProjects();
        projects.table.put(new ObjectState(projects.project, "Project", null, Map.of(), Map.of()));
        return projects;
    }

    static SeedProjects sample() throws IOException, StoreException {
        SeedProjects projects = new SeedProjects();
        for (SampleProject.Step step : new SampleProject(projects.seeds).steps(projects.project, STAMP, id -> false)) {
            projects.apply(step.changes());
        }
        return projects;
    }

    void apply(List<Change> changes) {
        table.applyAll(changes);
    }

    BriefingImport prepare(Path file) throws IOException, StoreException {
        return prepare(read(file), id -> false);
    }

    BriefingImport prepare(ReadBriefing read, ProjectDraft.UsedIds used) throws StoreException {
        ProjectDraft draft = new ProjectDraft(project, table.objects(), used);
        return new BriefingImport.Preparation(packs, model, STAMP).prepare(read, draft);
    }

    void importOriginals() throws IOException, StoreException {
        for (Path file : Originals.files()) {
            apply(prepare(file).changes());
        }
    }

    Holdings holdings() throws IOException, StoreException {
        return Holdings.of(List.copyOf(table.objects()), seeds, sha256 -> Originals.files().stream()
                .map(SeedProjects::text).filter(text -> text.sha256().equals(sha256)).findFirst().orElseThrow().text());
    }

    static ReadBriefing read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new ReadBriefing(String.valueOf(file.getFileName()), "text/plain", bytes, SourceText.sha256(bytes),
                "UTF-8", text(file), Map.of(), List.of());
    }

    static ReadBriefing read(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ReadBriefing(name, "text/plain", bytes, SourceText.sha256(bytes), "UTF-8",
                Canonical.of(text, replaced -> { }), Map.of(), List.of());
    }

    private static SourceText text(Path file) {
        try {
            return Canonical.of(Files.readString(file), replaced -> { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
