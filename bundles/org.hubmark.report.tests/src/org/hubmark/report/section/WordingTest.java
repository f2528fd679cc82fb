package org.hubmark.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import org.hubmark.model.Hub;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.Metric;
import org.hubmark.model.Quantity;
import org.hubmark.report.block.Line;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class WordingTest {

    private final Wording chinese = new Wording(Locale.SIMPLIFIED_CHINESE);
    private final Wording english = new Wording(Locale.ENGLISH);

    @Test
    void aReadingStandsInTheLanguageOfTheReport() {
        assertEquals("1,200 余", chinese.amount(quantity("1.2E+3", "余")));
        assertEquals("more than 20", english.amount(quantity("2E+1", "余")));
        assertEquals("about 283", english.amount(quantity("283", "约")));
        assertEquals("nearly 5", english.amount(quantity("5", "nearly")));
    }

    @Test
    void unitsCountriesAndKindsAreTranslatedAndUnknownOnesStay() {
        assertEquals("Japan", english.term("日本"));
        assertEquals("日本", chinese.term("日本"));
        assertEquals("都县", chinese.term("prefecture"));
        assertEquals("Wh/kg", english.term("Wh/kg"));
        assertEquals("year", english.per("年"));
        assertEquals("hectare", english.per("hectare"));
    }

    @Test
    void aRoleKeepsTheRemarkBehindIt() {
        assertEquals("箭头文字（印了两次）", chinese.key("edge label (printed twice)"));
        assertEquals("箭头文字（dashed）", chinese.key("edge label (dashed)"));
        assertEquals("unheard-of (really)", english.key("unheard-of (really)"));
    }

    @Test
    void itemsWithCommasAreSetApartByWhatIsStronger() {
        assertEquals(", ", english.separator(Stream.of("talent", "capital")));
        assertEquals("; ", english.separator(Stream.of("patient capital, finance", "talent")));
        assertEquals("；", chinese.separator(Stream.of("山梨大学、新泻大学", "东京大学")));
    }

    @Test
    void brokenLinesAreJoinedAndBlanksOfTheAuthorStay() {
        assertEquals("富士通研究所", shown("富\n士通研究所"));
        assertEquals("科创中心 区域创新", shown("科创中心 区域创新"));
    }

    @Test
    void aMetricInAProfileDoesNotRepeatWhoseItIs() {
        Hub hub = HubmarkFactory.eINSTANCE.createHub();
        hub.setNameZh("港城");
        hub.setNameEn("Harbour");
        Metric metric = HubmarkFactory.eINSTANCE.createMetric();
        metric.setSubject(hub);
        metric.setNameZh("港城：面积");
        metric.setNameEn("Harbours in all");
        assertEquals("面积", chinese.name(metric, hub).text());
        assertEquals("Harbours in all", english.name(metric, hub).text());
        assertEquals("港城：面积", chinese.name(metric, null).text());
    }

    @ParameterizedTest
    @ValueSource(strings = { "vocabulary", "terms" })
    void bothLanguagesHaveTheSameWords(String list) throws IOException {
        assertEquals(words(list + ".properties").keySet(), words(list + "_zh.properties").keySet());
    }

    private String shown(String text) {
        Line.Builder line = Line.builder();
        chinese.append(line, text);
        return line.build().plain();
    }

    private static Quantity quantity(String low, String qualifier) {
        Quantity quantity = HubmarkFactory.eINSTANCE.createQuantity();
        quantity.setLow(new BigDecimal(low));
        quantity.setQualifier(qualifier);
        return quantity;
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream in = WordingTest.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
