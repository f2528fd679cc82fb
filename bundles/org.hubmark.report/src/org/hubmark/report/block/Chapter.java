package org.hubmark.report.block;

import java.util.List;

/** A chapter of a report. @param anchor never null */
public record Chapter(String anchor, String title, List<Block> blocks) {

    public Chapter {
        blocks = List.copyOf(blocks);
    }
}
