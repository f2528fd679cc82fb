package org.hubmark.core.reader;

import java.util.List;
import java.util.Map;

import org.hubmark.core.text.SourceText;

/**
 * A file read: its bytes, its canonical text, and what the file itself says of its briefing.
 *
 * @param frontMatter title, series, publisher … as far as the file states them (keys as in {@code Briefing}); may be empty
 * @param warnings for the import report: undecodable bytes, replaced characters … with their places; may be empty
 */
public record ReadBriefing(String fileName, String mediaType, byte[] original, String fileSha256, String charset,
        SourceText text, Map<String, String> frontMatter, List<String> warnings) {
}
