package org.hubmark.report.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * Words of a report for what is free in the model: keys of facts and roles of evidence (the list "vocabulary"), or
 * values such as units and countries ("terms"). What is not in the list stands as the analyst wrote it. Immutable.
 */
final class Vocabulary {

    private final Properties words = new Properties();
    private final boolean chinese;

    Vocabulary(String list, boolean chinese) {
        this.chinese = chinese;
        String name = list + (chinese ? "_zh.properties" : ".properties");
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged: " + name, e);
        }
    }

    /**
     * @param key as an analyst or a pack wrote it, for example "run-by" or "figure node"; a remark in brackets behind
     * it is kept if it has no words of its own
     */
    String word(String key) {
        String word = words.getProperty(normal(key));
        int remark = key.indexOf(" (");
        if (word == null && remark > 0) {
            String behind = key.substring(remark);
            return words.getProperty(normal(key.substring(0, remark)), key.substring(0, remark))
                    + (chinese ? behind.replace(" (", "（").replace(')', '）') : behind);
        }
        return word == null ? key : word;
    }

    boolean has(String key) {
        return words.containsKey(normal(key));
    }

    private static String normal(String key) {
        return key.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    }
}
