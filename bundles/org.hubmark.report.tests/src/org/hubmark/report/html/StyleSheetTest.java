package org.hubmark.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class StyleSheetTest {

    private static final List<String> PAPERS = List.of("paper", "panel");
    private static final List<String> MARKS = List.of("mark1", "mark2", "mark3", "mark4", "here");

    @Test
    void everyTextCanBeReadInLightAndDark() throws IOException {
        String css = css();
        List<Map<String, String>> themes = themes(css);
        assertEquals(3, themes.size(), "light, dark, print");
        for (Map<String, String> theme : themes.subList(0, 2)) {
            PAPERS.forEach(p -> List.of("ink", "soft", "link").forEach(t -> assertContrast(theme, t, p)));
            MARKS.forEach(m -> assertContrast(theme, "ink", m));
            assertContrast(theme, "alarm", "alarm-paper");
            assertContrast(theme, "warn", "warn-paper");
        }
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        String css = css();
        assertFalse(css.contains("url("));
        assertFalse(css.contains("@import"));
    }

    private static void assertContrast(Map<String, String> theme, String text, String ground) {
        double a = luminance(theme.get(text));
        double b = luminance(theme.get(ground));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(contrast >= 4.5, text + " on " + ground + " is " + contrast);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static List<Map<String, String>> themes(String css) {
        return Pattern.compile(":root \\{(.*?)\\}", Pattern.DOTALL).matcher(css).results().map(block -> {
            Map<String, String> colors = new HashMap<>();
            Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});").matcher(block.group(1)).results()
                    .forEach(c -> colors.put(c.group(1), c.group(2)));
            return colors;
        }).toList();
    }

    private static String css() throws IOException {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
