package org.hubmark.readers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.reader.UnreadableBriefingException;
import org.hubmark.core.text.Canonical;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingTexts;
import org.hubmark.core.text.SourceText;

/** A text file, read, decoded and made canonical, with what there is to say about it in the import report. */
record TextFile(String name, byte[] bytes, String charset, SourceText text, List<String> warnings) {

    static final long LARGEST = 64L * 1024 * 1024;
    /** Places named in a warning; the others are counted. */
    private static final int PLACES = 10;
    private static final int CHUNK = 1 << 16;

    /** @throws OperationCanceledException if the monitor is cancelled */
    static TextFile read(Path file, IProgressMonitor monitor) throws IOException, UnreadableBriefingException {
        Messages messages = Messages.of(TextFile.class);
        String name = String.valueOf(file.getFileName());
        SubMonitor progress = SubMonitor.convert(monitor, messages.get("reading", name), 100);
        byte[] bytes = bytes(file, name, messages, progress.split(50));
        Signatures.refuseOthers(name, bytes, messages);
        Decoded decoded = new Encodings(bytes).decoded();
        progress.split(25);
        List<Canonical.Replaced> replaced = new ArrayList<>();
        SourceText text = Canonical.of(decoded.text(), replaced::add);
        progress.split(25);
        if (text.text().isBlank()) {
            throw new UnreadableBriefingException(messages.get("empty", name), null);
        }
        if (isBinary(text.text(), replaced.size() + decoded.undecodable().size())) {
            throw new UnreadableBriefingException(messages.get("binary", name), null);
        }
        return new TextFile(name, bytes, decoded.charset().name(), text, warnings(decoded, replaced, messages));
    }

    /** What a reader hands over; the title is the one found in the text if the file does not state one. */
    ReadBriefing briefing(String mediaType, Map<String, String> stated) {
        Map<String, String> frontMatter = new LinkedHashMap<>(stated);
        frontMatter.computeIfAbsent("title", key -> title(mediaType));
        return new ReadBriefing(name, mediaType, bytes, SourceText.sha256(bytes), charset, text, frontMatter, warnings);
    }

    /** The title as shown in the text; null if none is found. */
    private String title(String mediaType) {
        ReadingText reading = ReadingTexts.of(text.text(), mediaType, List.of());
        String title = reading.paragraphs().stream().filter(p -> p.kind() == ReadingText.Kind.TITLE)
                .map(p -> reading.text().substring(p.start(), p.end())).collect(Collectors.joining());
        return title.isEmpty() ? null : title;
    }

    private static byte[] bytes(Path file, String name, Messages messages, SubMonitor progress)
            throws IOException, UnreadableBriefingException {
        if (!Files.exists(file)) {
            throw new UnreadableBriefingException(messages.get("missing", file), null);
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableBriefingException(messages.get("folder", file), null);
        }
        long size = Files.size(file);
        refuseLarge(name, size, messages);
        progress.setWorkRemaining((int) (size / CHUNK) + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) size);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                progress.split(1);
                bytes.write(chunk, 0, read);
                refuseLarge(name, bytes.size(), messages);
            }
        }
        return bytes.toByteArray();
    }

    private static void refuseLarge(String name, long size, Messages messages) throws UnreadableBriefingException {
        if (size > LARGEST) {
            long megabytes = (size + (1 << 20) - 1) >> 20;
            throw new UnreadableBriefingException(messages.get("large", name, megabytes, LARGEST >> 20), null);
        }
    }

    private static boolean isBinary(String text, int bad) {
        return bad > 0 && (100L * bad > text.length() && bad > 8 || 10L * bad > text.length() && bad > 2);
    }

    private static List<String> warnings(Decoded decoded, List<Canonical.Replaced> replaced, Messages messages) {
        List<String> warnings = new ArrayList<>();
        if (!decoded.undecodable().isEmpty()) {
            warnings.add(messages.get("undecodable", decoded.undecodable().size(), decoded.charset().name(),
                    places(decoded.undecodable().stream().map(String::valueOf).toList())));
        }
        if (!replaced.isEmpty()) {
            warnings.add(messages.get("replaced", replaced.size(), places(replaced.stream()
                    .map(r -> "%d (U+%04X)".formatted(r.offset(), (int) r.unit())).toList())));
        }
        if (decoded.uncertain() && decoded.charset() != StandardCharsets.UTF_8) {
            warnings.add(messages.get("uncertain", decoded.charset().name()));
        }
        return warnings;
    }

    private static String places(List<String> places) {
        String named = String.join(", ", places.subList(0, Math.min(PLACES, places.size())));
        return places.size() > PLACES ? named + ", …" : named;
    }
}
