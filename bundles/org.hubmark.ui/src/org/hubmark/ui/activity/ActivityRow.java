package org.hubmark.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.eclipse.jface.viewers.IElementComparer;
import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.history.RevisionSummary;

/** A row of the Activity view: a revision, or below it one thing that it changed. */
sealed interface ActivityRow {

    RevisionSummary revision();

    /** Its place below its revision; -1 for that itself. */
    int index();

    record Entry(RevisionSummary revision) implements ActivityRow {

        @Override
        public int index() {
            return -1;
        }

        /** What stands below it. */
        List<ActivityRow> details() {
            List<ActivityRow> rows = new ArrayList<>();
            for (int i = 0; i < revision.lines().size(); i++) {
                rows.add(new Detail(revision, i, revision.lines().get(i)));
            }
            if (revision.more() > 0) {
                rows.add(new Rest(revision, rows.size()));
            }
            return rows;
        }
    }

    record Detail(RevisionSummary revision, int index, ChangeLine line) implements ActivityRow {
    }

    /** There were more than are listed. */
    record Rest(RevisionSummary revision, int index) implements ActivityRow {
    }

    /** What it is about: of a revision the first thing that it changed; null if there is none. */
    default UUID object() {
        return switch (this) {
            case Detail detail -> detail.line().object();
            case Entry entry -> revision().lines().isEmpty() ? null : revision().lines().getFirst().object();
            case Rest rest -> null;
        };
    }

    /** Two lines of a revision may read the same, and its text may change: what counts is the place. */
    final class ByPlace implements IElementComparer {

        @Override
        public boolean equals(Object one, Object other) {
            return one instanceof ActivityRow a && other instanceof ActivityRow b
                    ? a.revision().number() == b.revision().number() && a.index() == b.index() : one.equals(other);
        }

        @Override
        public int hashCode(Object row) {
            return row instanceof ActivityRow r ? Long.hashCode(r.revision().number() * 31 + r.index())
                    : row.hashCode();
        }
    }
}
