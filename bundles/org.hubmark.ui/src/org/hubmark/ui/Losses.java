package org.hubmark.ui;

import java.util.List;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;

/**
 * What a deletion takes along, for the question before it.
 *
 * @param passages that go
 * @param evidence links that go
 * @param others objects of other kinds that go, what was to be deleted among them
 * @param references from objects that stay to some that go
 */
public record Losses(int passages, int evidence, int others, int references) {

    /** Counts what a deletion consists of. */
    public static Losses of(List<Change> deletion) {
        int passages = 0;
        int evidence = 0;
        int others = 0;
        int references = 0;
        for (Change change : deletion) {
            if (!(change instanceof Change.Delete(ObjectState gone))) {
                references++;
            } else {
                switch (gone.type()) {
                    case RecordTypes.PASSAGE -> passages++;
                    case RecordTypes.EVIDENCE -> evidence++;
                    default -> others++;
                }
            }
        }
        return new Losses(passages, evidence, others, references);
    }
}
