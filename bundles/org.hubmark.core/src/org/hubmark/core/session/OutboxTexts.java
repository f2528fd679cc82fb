package org.hubmark.core.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.hubmark.core.store.EditionText;

/**
 * Texts of imported editions on their way to the store, a file each, named by the SHA-256 of the text. What
 * {@link #put} has returned from survives the death of the process. Every call blocks on the disk.
 */
final class OutboxTexts {

    private final Path folder;

    OutboxTexts(Path folder) {
        this.folder = folder;
    }

    void put(EditionText text) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, text.textSha256(), ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeUTF(text.fileSha256());
            write(out, text.text().getBytes(StandardCharsets.UTF_8));
            write(out, text.original());
            out.flush();
            channel.force(true);
        }
        Files.move(part, file(text.textSha256()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The text with this SHA-256, or null if it is not waiting here. */
    EditionText get(String textSha256) throws IOException {
        Path file = file(textSha256);
        if (!Files.exists(file)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            String fileSha256 = in.readUTF();
            String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            return new EditionText(textSha256, text, fileSha256, in.readNBytes(in.readInt()));
        }
    }

    void remove(String textSha256) throws IOException {
        Files.deleteIfExists(file(textSha256));
    }

    private Path file(String textSha256) {
        return folder.resolve(textSha256);
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
