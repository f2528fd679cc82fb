package org.hubmark.report.html;

import java.util.HashSet;
import java.util.Set;

import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Document;

/** Which anchors a document has, so that no link is dead and no id stands twice. Not thread-safe. */
final class Anchors {

    private final Set<String> known = new HashSet<>();
    private final Set<String> placed = new HashSet<>();

    Anchors(Document document) {
        for (Chapter chapter : document.chapters()) {
            known.add(chapter.anchor());
            for (Block block : chapter.blocks()) {
                block.anchors(known::add);
            }
        }
    }

    boolean has(String anchor) {
        return anchor != null && known.contains(anchor);
    }

    /** The id to put here: the anchor the first time it is asked for, null ever after (and for null). */
    String place(String anchor) {
        return anchor != null && placed.add(anchor) ? anchor : null;
    }
}
