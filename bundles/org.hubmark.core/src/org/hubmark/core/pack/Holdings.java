package org.hubmark.core.pack;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.ecore.EClass;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.model.HubmarkPackage;

/**
 * How much a project holds of what the known briefings state: records, distinct ranges of text, and links from ranges
 * to records. Immutable.
 *
 * @param gaps what is missing, in the user's language; empty if nothing is
 */
public record Holdings(int records, int expectedRecords, int ranges, int expectedRanges, int links, int expectedLinks,
        List<String> gaps) {

    public Holdings {
        gaps = List.copyOf(gaps);
    }

    /** Counts what a project holds now. Reads all of its objects; blocks; not on the display thread. */
    public static Holdings of(AnnotationStore store, UUID project, SeedFolder seeds, IProgressMonitor monitor)
            throws StoreException, IOException {
        SubMonitor progress = SubMonitor.convert(monitor, 10);
        List<ObjectState> objects = store.objects(project, types(), OptionalLong.empty(), progress.split(9)).toList();
        return of(objects, seeds, (sha256) -> store.text(sha256, progress.split(0)).text());
    }

    /** Counts what these living objects of a project hold. */
    static Holdings of(List<ObjectState> objects, SeedFolder seeds, HoldingsCount.Texts texts)
            throws StoreException, IOException {
        Expectation expected = Expectation.read(seeds);
        HoldingsCount count = new HoldingsCount(objects, SeedModel.read(seeds), texts);
        List<Pack> packs = PackLibrary.read(seeds).originals();
        count.records(expected, packs);
        for (Pack pack : packs) {
            count.pack(pack);
        }
        return new Holdings(count.records(), expected.records(), count.ranges(), expected.ranges(), count.links(),
                expected.links(), count.gaps());
    }

    private static Set<String> types() {
        Set<String> types = new HashSet<>(RecordTypes.ALL);
        HubmarkPackage.eINSTANCE.getEClassifiers().stream()
                .filter(c -> c instanceof EClass type && !type.isAbstract()).forEach(c -> types.add(c.getName()));
        return types;
    }
}
