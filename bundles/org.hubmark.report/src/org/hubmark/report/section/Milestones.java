package org.hubmark.report.section;

import java.util.List;

import org.hubmark.model.Milestone;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Line;

/** Milestones with their date in front. */
final class Milestones {

    private Milestones() {
    }

    static Block.Node node(Subject subject, Milestone milestone) {
        Line.Builder line = Line.builder();
        if (!Wording.blank(milestone.getDate())) {
            line.strong(subject.wording().when(milestone.getDate())).text(" ");
        }
        line.line(subject.describing().line(milestone));
        List<Block.Fact> facts = subject.describing().allFacts(milestone);
        return new Block.Node(Targets.anchor(milestone), line.build(), facts, List.of());
    }
}
