package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class JournalTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("hubs.journal");
    }

    private void write(String... entries) throws IOException {
        try (Journal journal = Journal.open(file())) {
            for (String entry : entries) {
                journal.append(List.of(entry));
            }
        }
    }

    private List<String> read() throws IOException {
        try (Journal journal = Journal.open(file())) {
            return journal.read();
        }
    }

    @Test
    void whatWasAddedIsThereAfterwards() throws Exception {
        write("新加坡", "二");
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of("三", "四"));
        }
        assertEquals(List.of("新加坡", "二", "三", "四"), read());
    }

    @Test
    void halfAnEntryIsCutOffWhereverItBreaks() throws Exception {
        write("新加坡");
        long whole = Files.size(file());
        write("二 is not whole");
        for (long length = Files.size(file()) - 1; length > whole; length--) {
            try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
            assertEquals(List.of("新加坡"), read());
            assertEquals(whole, Files.size(file()));
            write("二 is not whole");
        }
    }

    @Test
    void anEntryThatWasChangedOnTheDiskEndsTheJournal() throws Exception {
        write("一", "二", "三");
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);
        assertEquals(List.of("一"), read());
    }

    @Test
    void whatWasCutIsForgotten() throws Exception {
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of("一"));
            long before = journal.size();
            journal.append(List.of("二"));
            journal.cutTo(before);
            journal.append(List.of("三"));
        }
        assertEquals(List.of("一", "三"), read());
    }

    @Test
    void anEmptyJournalLeavesNoFile() throws Exception {
        write("一");
        assertTrue(Files.exists(file()));
        try (Journal journal = Journal.open(file())) {
            journal.cutTo(0);
        }
        assertFalse(Files.exists(file()));
    }
}
