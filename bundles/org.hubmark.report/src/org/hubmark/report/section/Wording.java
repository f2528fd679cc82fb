package org.hubmark.report.section;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.text.Quotes;
import org.hubmark.model.Cell;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.model.Metric;
import org.hubmark.model.Quantity;
import org.hubmark.model.Relation;
import org.hubmark.model.RelationType;
import org.hubmark.model.Row;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** How a report words things in its language: names, numbers, dates. Depends on nothing but that language. */
final class Wording {

    private static final String BRIEFING = "briefing-";

    private final Messages messages;
    private final boolean chinese;
    private final Vocabulary vocabulary;
    private final Vocabulary terms;
    private final Times times;
    private final Numbers numbers;

    Wording(Locale language) {
        messages = Messages.of(Wording.class, language);
        chinese = Messages.isChinese(language);
        vocabulary = new Vocabulary("vocabulary", chinese);
        terms = new Vocabulary("terms", chinese);
        times = new Times(messages);
        numbers = new Numbers(messages);
    }

    Messages messages() {
        return messages;
    }

    boolean chinese() {
        return chinese;
    }

    Name name(Element element) {
        if (element instanceof Relation relation && blank(relation.getNameZh()) && blank(relation.getNameEn())) {
            return new Name(messages.get("relation.name", text(relation.getSource()), type(relation),
                    text(relation.getTarget())), null, null, null);
        }
        return Name.of(element.getNameZh(), element.getNameEn(), chinese, orUnnamed(element.getKey()));
    }

    /**
     * The name of a metric where it stands among others of the same subject: without that subject in front.
     *
     * @param within that subject, or null
     */
    Name name(Metric metric, Element within) {
        if (within == null || metric.getSubject() != within) {
            return name(metric);
        }
        return Name.of(rest(metric.getNameZh(), within), rest(metric.getNameEn(), within), chinese,
                orUnnamed(metric.getKey()));
    }

    private static String rest(String name, Element subject) {
        return Stream.concat(Stream.of(subject.getNameZh(), subject.getNameEn()), subject.getAliases().stream())
                .map(front -> rest(name, front)).filter(rest -> rest != null).findFirst().orElse(name);
    }

    /** Null if the name does not begin with these words and a sign behind them. */
    private static String rest(String name, String front) {
        if (blank(name) || blank(front) || !name.startsWith(front)) {
            return null;
        }
        String rest = name.substring(front.length());
        String word = rest.replaceFirst("^[:：\\s]+", "");
        return word.isEmpty() || word.equals(rest) ? null : word;
    }

    Name name(Code code) {
        return Name.of(code.getNameZh(), code.getNameEn(), chinese, orUnnamed(code.getKey()));
    }

    Name name(Row row) {
        return Name.of(row.getName(), row.getNameEn(), chinese, orUnnamed(row.getKey()));
    }

    /** The words of a relation's type. */
    String type(Relation relation) {
        RelationType type = relation.getType();
        return type == null ? messages.get("unnamed")
                : Name.of(type.getNameZh(), type.getNameEn(), chinese, orUnnamed(type.getKey())).text();
    }

    String text(Element element) {
        return element == null ? messages.get("unnamed") : name(element).text();
    }

    /** The words for a fact's key or an evidence's role. */
    String key(String key) {
        return blank(key) ? messages.get("unnamed") : vocabulary.word(key);
    }

    /** The words for what a passage is in its briefing; there, "header" is no head of a table. */
    String briefingRole(String key) {
        String word = vocabulary.word(BRIEFING + key);
        return word.startsWith(BRIEFING) ? key(key) : word;
    }

    /** A value of a closed kind, such as a unit or a country, in the language of the report if it is a known one. */
    String term(String value) {
        return terms.word(value);
    }

    boolean hasTerm(String value) {
        return terms.has(value);
    }

    /** A date or a period as the model keeps it. */
    String when(String text) {
        String said = times.when(text);
        return said.equals(text) ? term(text) : said;
    }

    /** What a figure is counted per. */
    String per(String value) {
        String word = terms.word("per-" + value);
        return word.startsWith("per-") ? value : word;
    }

    /** What stands between items: a comma, or what is stronger if one of them has a comma. */
    String separator(Stream<String> items) {
        String comma = messages.get("list.separator");
        return items.anyMatch(item -> item.contains(comma.strip())) ? messages.get("list.stronger") : comma;
    }

    /** Adds a text in one line, marked with its language if that can't be the report's. */
    void append(Line.Builder line, String text) {
        line.add(new Run.Text(oneLine(text), Run.Style.PLAIN, Name.foreign(text, chinese)));
    }

    /** What a remark says: of two paragraphs, one of them Chinese and one not, that in the report's language. */
    String inLanguage(String text) {
        List<String> paragraphs = text.lines().filter(p -> !p.isBlank()).toList();
        if (paragraphs.size() != 2 || Name.isChinese(paragraphs.getFirst()) == Name.isChinese(paragraphs.getLast())) {
            return text;
        }
        return Name.isChinese(paragraphs.getFirst()) == chinese ? paragraphs.getFirst() : paragraphs.getLast();
    }

    /** Broken lines joined as the reading text joins them; blanks inside a line are the author's and stay. */
    static String oneLine(String text) {
        return text.indexOf('\n') < 0 ? text : Quotes.shown(text);
    }

    /** What an analyst wrote, or the word for "unnamed". */
    String orUnnamed(String text) {
        return blank(text) ? messages.get("unnamed") : text;
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(number);
    }

    /** The reading of a quantity without its unit, for example 约 1,000–2,000; empty if it has none. */
    String amount(Quantity quantity) {
        BigDecimal low = quantity.getLow();
        BigDecimal high = quantity.getHigh();
        String range = low != null && high != null && low.compareTo(high) != 0
                ? numbers.range(low, high)
                : low != null ? numbers.decimal(low) : high != null ? numbers.decimal(high) : "";
        if (blank(quantity.getQualifier()) || range.isEmpty()) {
            return range;
        }
        String qualifier = term(quantity.getQualifier());
        return qualifier.contains("{0}") ? qualifier.replace("{0}", range) : qualifier + " " + range;
    }

    /** A quantity as the source words it; its reading if the wording is not kept. */
    String wording(Quantity quantity) {
        if (!blank(quantity.getRaw())) {
            return quantity.getRaw();
        }
        String amount = amount(quantity);
        return blank(quantity.getUnit()) ? amount : amount + " " + term(quantity.getUnit());
    }

    /** A cell as the source has it; empty if it holds nothing. */
    String wording(Cell cell) {
        return !blank(cell.getText()) ? cell.getText() : cell.getQuantity() == null ? "" : wording(cell.getQuantity());
    }

    /** To the minute, in UTC. */
    String date(Instant instant) {
        DateTimeFormatter format = chinese ? DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT)
                : DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
        return format.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
