package org.hubmark.report.section;

import java.util.List;

/** The sections of an evidence report, in the order in which they are read. */
public final class Sections {

    private static final int BEST = 12;
    private static final int TARGETS_PER_NOTE = 4;

    private Sections() {
    }

    public static List<Section> of(Subject subject) {
        return List.of(new CoverSection(subject), new KeyFiguresSection(subject, BEST), new HubsSection(subject),
                new MatrixSection(subject), new ExhibitsSection(subject), new ElementsSection(subject),
                new GapsSection(subject), new CodebookSection(subject), new RegisterSection(subject),
                new TextsSection(subject, TARGETS_PER_NOTE));
    }
}
