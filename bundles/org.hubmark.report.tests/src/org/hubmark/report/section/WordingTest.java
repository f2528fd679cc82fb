package org.hubmark.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
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

    @Test
    void aMetricIsNotNamedByAnAliasOfItsSubjectEither() {
        Hub hub = HubmarkFactory.eINSTANCE.createHub();
        hub.setNameZh("埼玉县／崎玉县");
        hub.getAliases().add("崎玉县");
        Metric metric = HubmarkFactory.eINSTANCE.createMetric();
        metric.setSubject(hub);
        metric.setNameZh("崎玉县 企业数");
        assertEquals("企业数", chinese.name(metric, hub).text());
    }

    @Test
    void aThirdIsNoLongDecimal() {
        assertEquals("1/3 以上", chinese.amount(quantity("0.3333", "以上")));
        assertEquals("2/3", english.amount(quantity("0.6667", null)));
        assertEquals("0.25", english.amount(quantity("0.25", null)));
        assertEquals("0.3331", english.amount(quantity("0.3331", null)));
    }

    @Test
    void largeNumbersAreSaidAsInTheLanguage() {
        assertEquals("约 3亿", chinese.amount(quantity("300000000", "约")));
        assertEquals("6.8万亿", chinese.amount(quantity("6800000000000", null)));
        assertEquals("500万", chinese.amount(quantity("5000000", null)));
        assertEquals("230 million", english.amount(quantity("2.3E+8", null)));
        assertEquals("over 30 billion", english.amount(quantity("30000000000", "超")));
        assertEquals("1,234,567", english.amount(quantity("1234567", null)));
        assertEquals("200,000", english.amount(quantity("200000", null)));
        Quantity range = quantity("500000", null);
        range.setHigh(new BigDecimal("5000000"));
        assertEquals("500,000–5,000,000", english.amount(range));
    }

    @Test
    void datesAndPeriodsAreThoseOfTheLanguageAndWordsStay() {
        assertEquals("2014年3月 2016年12月13日 2008年前后 2016年起 1960年代", when(chinese, "2014-03", "2016-12-13",
                "2008 (around)", "2016–", "1960s"));
        assertEquals("March 2014 13 December 2016 around 2008 from 2016 1960s", when(english, "2014-03", "2016-12-13",
                "2008 (around)", "2016–", "1960s"));
        assertEquals("2006–2008 2025 (expected) 2025 (planned) 2008, 2009 2014-13", when(english, "2006/2008",
                "2025 (expected)", "2025 (planned)", "2008, 2009", "2014-13"));
        assertEquals("2025年（预计） 2025年（计划）", when(chinese, "2025 (expected)", "2025 (planned)"));
    }

    @Test
    void ofTwoParagraphsInTwoLanguagesTheOneOfTheReportIsShown() {
        String both = "表2作“崎玉大学”；“崎”为误字\n崎玉大学 in table 2; 崎 is a wrong character";
        assertEquals("表2作“崎玉大学”；“崎”为误字", chinese.inLanguage(both));
        assertEquals("崎玉大学 in table 2; 崎 is a wrong character", english.inLanguage(both));
        assertEquals("第一段\n第二段", english.inLanguage("第一段\n第二段"));
        assertEquals("一\nEnglish\n三", chinese.inLanguage("一\nEnglish\n三"));
    }

    private static String when(Wording wording, String... texts) {
        return Stream.of(texts).map(wording::when).collect(Collectors.joining(" "));
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
