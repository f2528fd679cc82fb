package org.hubmark.ui.team;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A folder with a file for each password, not encrypted, that nobody but the user may read: for machines without a
 * keyring. Not usable where files have no such permissions.
 */
final class PasswordFiles implements PasswordStore {

    private final Path folder;

    PasswordFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    @Override
    public boolean isUsable() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public Optional<char[]> find(String key) throws IOException {
        Path file = folder.resolve(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)));
        char[] password = new char[text.remaining()];
        text.get(password);
        return Optional.of(password);
    }

    @Override
    public void put(String key, char[] password) throws IOException {
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
        }
        Path part = Files.createTempFile(folder, key, ".part", PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, CharBuffer.wrap(password));
        Files.move(part, folder.resolve(key), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void remove(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
    }
}
