package org.hubmark.report.section;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.hubmark.core.nls.Messages;
import org.hubmark.model.Cell;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.model.Quantity;
import org.hubmark.model.Relation;
import org.hubmark.model.RelationType;
import org.hubmark.model.Row;

/** How a report words things in its language: names, numbers, dates. Depends on nothing but that language. */
final class Wording {

    private final Messages messages;
    private final boolean chinese;
    private final Vocabulary vocabulary;

    Wording(Locale language) {
        messages = Messages.of(Wording.class, language);
        chinese = Messages.isChinese(language);
        vocabulary = new Vocabulary(chinese);
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
                ? messages.get("quantity.range", decimal(low), decimal(high))
                : low != null ? decimal(low) : high != null ? decimal(high) : "";
        return blank(quantity.getQualifier()) || range.isEmpty() ? range : quantity.getQualifier() + " " + range;
    }

    /** A quantity as the source words it; its reading if the wording is not kept. */
    String wording(Quantity quantity) {
        if (!blank(quantity.getRaw())) {
            return quantity.getRaw();
        }
        String amount = amount(quantity);
        return blank(quantity.getUnit()) ? amount : amount + " " + quantity.getUnit();
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

    private String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(messages.locale());
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
