package org.hubmark.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.reader.UnreadableBriefingException;
import org.hubmark.core.text.FrontMatter;
import org.hubmark.core.text.ReadingTexts;

/** Reads Markdown, with what its front matter says of the briefing. The canonical text is the whole file. Stateless. */
public final class MarkdownReader implements BriefingReader {

    @Override
    public boolean reads(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    @Override
    public ReadBriefing read(Path file, IProgressMonitor monitor) throws IOException, UnreadableBriefingException {
        TextFile read = TextFile.read(file, monitor);
        return read.briefing(ReadingTexts.MARKDOWN, FrontMatter.of(read.text().text()).values());
    }
}
