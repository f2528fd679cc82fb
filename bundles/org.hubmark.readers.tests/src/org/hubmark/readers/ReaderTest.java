package org.hubmark.readers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.reader.UnreadableBriefingException;
import org.hubmark.core.text.SourceText;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class ReaderTest {

    private static final String SIMPLIFIED = "河岸的旧厂房怎样变成开放的实验场所？市政府和企业共同出资，大学提供技术人员。";
    private static final String TRADITIONAL = "河岸的舊廠房怎樣變成開放的實驗場所？市政府和企業共同出資，大學提供技術人員。";

    @TempDir
    Path folder;
    private final BriefingReader plain = new PlainTextReader();
    private final BriefingReader markdown = new MarkdownReader();

    @ParameterizedTest
    @CsvSource({"UTF-8,false", "UTF-16LE,false", "UTF-16BE,false", "GB18030,false", "Big5,true"})
    void theEncodingIsFoundInALongTextAndInAShortOne(String charset, boolean traditional) throws Exception {
        String text = traditional ? TRADITIONAL : SIMPLIFIED;
        for (String sample : List.of(text, text.substring(0, 9), text.repeat(2000),
                "R&D 2024\n" + text, "x".repeat(70001) + text)) {
            ReadBriefing read = plain.read(file("a.txt", sample.getBytes(charset)), null);
            assertEquals(sample, read.text().text());
            assertEquals(charset, read.charset());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void aByteOrderMarkDecidesAndIsNotPartOfTheText(String charset) throws Exception {
        ReadBriefing read = plain.read(file("a.txt", ("\uFEFF" + SIMPLIFIED).getBytes(charset)), null);
        assertEquals(SIMPLIFIED, read.text().text());
        assertEquals(charset, read.charset());
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void plainEnglishIsUtf8WithoutAWarning() throws Exception {
        byte[] bytes = "Only English, in two lines.\nYes.\n".getBytes(StandardCharsets.US_ASCII);
        ReadBriefing read = plain.read(file("a.txt", bytes), null);
        assertEquals("UTF-8", read.charset());
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void undecodableBytesAreReportedWithTheirPosition() throws Exception {
        byte[] bytes = (SIMPLIFIED + SIMPLIFIED).getBytes(StandardCharsets.UTF_8);
        bytes[30] = (byte) 0xFF;
        ReadBriefing read = plain.read(file("a.txt", bytes), null);
        assertEquals("UTF-8", read.charset());
        assertTrue(read.text().text().contains("\uFFFD"));
        assertTrue(read.warnings().getFirst().contains("30"), read.warnings().toString());
    }

    @Test
    void aReplacedCharacterIsReportedWithItsOffset() throws Exception {
        ReadBriefing read = plain.read(file("a.txt", ("第一\u0001" + SIMPLIFIED).getBytes(StandardCharsets.UTF_8)), null);
        assertTrue(read.text().text().startsWith("第一\uFFFD"));
        assertTrue(read.warnings().getFirst().contains("2 (U+0001)"), read.warnings().toString());
    }

    @Test
    void theOriginalBytesAreKeptAndHashed() throws Exception {
        byte[] bytes = ("甲\r\n" + SIMPLIFIED).getBytes("GB18030");
        ReadBriefing read = plain.read(file("名.txt", bytes), null);
        assertArrayEquals(bytes, read.original());
        assertEquals(SourceText.sha256(bytes), read.fileSha256());
        assertEquals("名.txt", read.fileName());
        assertEquals("text/plain", read.mediaType());
        assertEquals("甲\n" + SIMPLIFIED, read.text().text());
    }

    @Test
    void frontMatterStaysInTheTextAndSaysWhatTheBriefingIs() throws Exception {
        String text = "---\ntitle: 旧厂\nissue: 第 7 期\n---\n# 别的标题\n正文。\n";
        ReadBriefing read = markdown.read(file("a.md", text.getBytes(StandardCharsets.UTF_8)), null);
        assertEquals(text, read.text().text());
        assertEquals(Map.of("title", "旧厂", "issue", "第 7 期"), read.frontMatter());
        assertEquals("text/markdown", read.mediaType());
    }

    @Test
    void theTitleIsTakenFromTheTextWhereTheFileStatesNone() throws Exception {
        Path titled = file("a.md", "# 河岸\n正文。\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("河岸", markdown.read(titled, null).frontMatter().get("title"));
        Path untitled = file("a.txt", SIMPLIFIED.getBytes(StandardCharsets.UTF_8));
        assertFalse(plain.read(untitled, null).frontMatter().containsKey("title"));
    }

    @Test
    void eachReaderTakesItsOwnNames() {
        assertTrue(plain.reads("甲.TXT") && markdown.reads("a.md") && markdown.reads("a.Markdown"));
        assertFalse(plain.reads("a.md") || markdown.reads("a.txt") || plain.reads("a.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7\n%", "PK\u0003\u0004\u0014", "{\\rtf1 x", "GIF89a"})
    void anotherKindOfFileIsRefused(String start) throws Exception {
        refused("otherKind", file("a.txt", start.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void noiseIsRefused() throws Exception {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        refused("binary", file("a.txt", noise));
    }

    @Test
    void anEmptyFileAFolderAMissingFileAndAHugeOneAreRefusedEachWithItsReason() throws Exception {
        refused("empty", file("empty.txt", new byte[0]));
        refused("empty", file("blank.txt", " \n\u3000\n".getBytes(StandardCharsets.UTF_8)));
        refused("folder", Files.createDirectory(folder.resolve("folder.txt")));
        refused("missing", folder.resolve("missing.txt"));
        Path huge = folder.resolve("huge.txt");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(TextFile.LARGEST + 1);
        }
        refused("large", huge);
    }

    @Test
    void readingCanBeCancelled() throws Exception {
        Path file = file("a.txt", SIMPLIFIED.getBytes(StandardCharsets.UTF_8));
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> plain.read(file, monitor));
    }

    @Test
    void messagesWithNumbersReadWellInBothLanguages() {
        assertEquals("有 2 个字符是任何交换格式都无法承载的，在文本中已替换为 U+FFFD；原文件保持不变。位置（UTF-16）：7, 9",
                Messages.of(TextFile.class, Locale.SIMPLIFIED_CHINESE).get("replaced", 2, "7, 9"));
        assertEquals("2 places in the file could not be read in Big5 and became U+FFFD in the text; the original file "
                + "is kept. Byte position: 7, 9",
                Messages.of(TextFile.class, Locale.ENGLISH).get("undecodable", 2, "Big5", "7, 9"));
    }

    private void refused(String key, Path file) {
        UnreadableBriefingException refusal = assertThrows(UnreadableBriefingException.class,
                () -> plain.read(file, null));
        String sentence = Messages.of(TextFile.class).get(key).replaceAll("\\{[^}]*}.*", "");
        String own = Messages.of(TextFile.class).get(key);
        String last = own.substring(own.lastIndexOf('}') + 1);
        assertTrue(refusal.getMessage().startsWith(sentence) && refusal.getMessage().endsWith(last),
                refusal.getMessage());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
