package org.hubmark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every visible sentence is there in both languages, well formed, and used. */
@ExtendWith(NoErrorsLogged.class)
class LanguageTest {

    private static final Pattern KEY_IN_CODE = Pattern.compile("\\.get\\(\\s*\"([\\w.\\-]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.\\-]+)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws Exception {
        for (Path english : files()) {
            assertEquals(load(english).keySet(), load(chinese(english)).keySet(), english.toString());
        }
    }

    @Test
    void patternsAreValidAndTakeTheSameArguments() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path english : messages()) {
            Map<String, String> zh = load(chinese(english));
            load(english).forEach((key, text) -> {
                if (!arguments(text).equals(arguments(zh.get(key)))) {
                    wrong.add(english + " " + key);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void textsAreCleanAndInTheirLanguage() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path english : files()) {
            Map<String, String> zh = load(chinese(english));
            load(english).forEach((key, text) -> {
                boolean clean = text.indexOf('\uFFFD') < 0 && zh.get(key).indexOf('\uFFFD') < 0;
                boolean untranslated = zh.get(key).equals(text) && text.contains(" ") && WORD.matcher(text).find();
                boolean chineseInEnglish = HAN.matcher(text).find() && !HAN.matcher(zh.get(key)).find();
                if (!clean || untranslated || chineseInEnglish || zh.get(key).isBlank() != text.isBlank()) {
                    wrong.add(english.getParent().getFileName() + "/" + english.getFileName() + " " + key);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void keysUsedInCodeAreThereAndKeysThereAreUsed() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path english : messages()) {
            String code = code(english.getParent());
            Set<String> there = load(english).keySet();
            KEY_IN_CODE.matcher(code).results().map(m -> m.group(1)).filter(k -> looksLikeKey(k, there))
                    .filter(k -> !there.contains(k)).forEach(k -> wrong.add(english.getParent() + " lacks " + k));
            Set<String> literals = LITERAL.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toSet());
            there.stream().filter(k -> !literals.contains(k) && literals.stream().noneMatch(l -> isPrefix(l, k)))
                    .forEach(k -> wrong.add(english.getParent() + " never uses " + k));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theContributionsOfEveryBundleAreTranslated() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path plugin : find("plugin.xml")) {
            Map<String, String> texts = load(plugin.resolveSibling("plugin.properties"));
            String xml = Files.readString(plugin);
            Matcher used = Pattern.compile("\"%([\\w.\\-]+)\"").matcher(xml);
            while (used.find()) {
                if (!texts.containsKey(used.group(1))) {
                    wrong.add(plugin + " lacks " + used.group(1));
                }
            }
            Matcher plain = Pattern.compile("\\s(?:label|tooltip|name|description)=\"([^%\"][^\"]*)\"").matcher(xml);
            plain.results().map(m -> m.group(1)).filter(t -> t.matches("[A-Z].*") && !t.matches("[\\w.]*\\.[\\w.]*"))
                    .filter(t -> !t.equals("Hubmark")).forEach(t -> wrong.add(plugin + " plain text " + t));
        }
        assertEquals(List.of(), wrong);
    }

    /** A key that ends in a dot is completed in code: {@code get("finding." + severity)}. */
    private static boolean isPrefix(String literal, String key) {
        return literal.endsWith(".") && key.startsWith(literal);
    }

    private static boolean looksLikeKey(String literal, Set<String> there) {
        String head = literal.contains(".") ? literal.substring(0, literal.indexOf('.') + 1) : literal;
        return literal.contains(".") && !literal.endsWith(".") && there.stream().anyMatch(k -> k.startsWith(head));
    }

    private static Set<String> arguments(String pattern) {
        new MessageFormat(pattern, Locale.ENGLISH);
        return Pattern.compile("(?<!')\\{(\\d+)").matcher(pattern).results().map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code(Path folder) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static List<Path> messages() throws IOException {
        return find("messages.properties");
    }

    private static List<Path> files() throws IOException {
        List<Path> all = Stream.of("messages", "plugin", "usage", "bundle")
                .flatMap(name -> findQuietly(name + ".properties").stream()).toList();
        assertFalse(all.isEmpty(), "the sources were found");
        return all;
    }

    private static List<Path> findQuietly(String name) {
        try {
            return find(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Originals.root().resolve("bundles"))) {
            return files.filter(f -> f.getFileName().toString().equals(name))
                    .filter(f -> !f.toString().contains("/target/") && !f.toString().contains(".tests/")).sorted()
                    .toList();
        }
    }

    private static Path chinese(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_zh.properties"));
    }

    private static Map<String, String> load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> sorted = new TreeMap<>();
        properties.forEach((key, value) -> sorted.put((String) key, (String) value));
        return sorted;
    }
}
