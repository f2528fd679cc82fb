package org.hubmark.core.reader;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;

/** Turns a file into source text. OSGi services; the first that {@link #reads} a file gets it. Blocks; no display thread. */
public interface BriefingReader {

    /** Whether this reader takes files of this name. Looks at the name only. */
    boolean reads(String fileName);

    /**
     * Reads a file, whole, into memory.
     *
     * @throws UnreadableBriefingException if the file is not what its name says, damaged, too large or protected
     */
    ReadBriefing read(Path file, IProgressMonitor monitor) throws IOException, UnreadableBriefingException;
}
