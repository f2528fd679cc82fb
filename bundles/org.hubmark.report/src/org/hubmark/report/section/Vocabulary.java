package org.hubmark.report.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * The words for keys of facts and roles of evidence. Both are free, so what is not in the list stands as the analyst
 * wrote it. Immutable.
 */
final class Vocabulary {

    private final Properties words = new Properties();

    Vocabulary(boolean chinese) {
        String name = chinese ? "vocabulary_zh.properties" : "vocabulary.properties";
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged: " + name, e);
        }
    }

    /** @param key as an analyst or a pack wrote it, for example "run-by" or "figure node" */
    String word(String key) {
        return words.getProperty(key.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-'), key);
    }
}
