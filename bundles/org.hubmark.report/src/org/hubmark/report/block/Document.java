package org.hubmark.report.block;

import java.util.List;
import java.util.Locale;

/**
 * A whole report. The first chapter is its cover.
 *
 * @param language simplified Chinese or English
 * @param footer stands at the end and, where the format has pages, on them
 */
public record Document(Line title, Locale language, String footer, List<Chapter> chapters) {

    public Document {
        chapters = List.copyOf(chapters);
    }
}
