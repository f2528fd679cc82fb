package org.hubmark.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.reader.UnreadableBriefingException;
import org.hubmark.core.text.ReadingTexts;

/** Reads plain text files in whatever encoding Chinese text comes. Stateless. */
public final class PlainTextReader implements BriefingReader {

    @Override
    public boolean reads(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".text");
    }

    @Override
    public ReadBriefing read(Path file, IProgressMonitor monitor) throws IOException, UnreadableBriefingException {
        return TextFile.read(file, monitor).briefing(ReadingTexts.PLAIN, Map.of());
    }
}
