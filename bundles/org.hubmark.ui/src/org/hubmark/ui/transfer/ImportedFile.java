package org.hubmark.ui.transfer;

import java.util.List;

import org.hubmark.core.pack.BriefingImport;
import org.hubmark.core.reader.ReadBriefing;

/**
 * What became of one file.
 *
 * @param problem why it was not imported, for the user; null if it was
 * @param title of its briefing, null if it was not imported
 * @param known whether the project had it already
 * @param pack whether evidence that comes with the program was attached
 */
record ImportedFile(String fileName, String problem, String title, String charset, boolean known, boolean pack,
        int passages, int evidence, List<String> warnings) {

    static ImportedFile failed(String fileName, String problem) {
        return new ImportedFile(fileName, problem, null, null, false, false, 0, 0, List.of());
    }

    static ImportedFile done(ReadBriefing read, BriefingImport result) {
        return new ImportedFile(read.fileName(), null, result.title(), read.charset(), result.changes().isEmpty(),
                result.pack().isPresent(), result.passages(), result.evidence(), read.warnings());
    }
}
