package org.hubmark.report.section;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hubmark.core.nls.Messages;

/**
 * Words a date or a period as the model keeps it, for example 2014-03, 2006/2008, 2016–, 1960s or 2008 (around). What
 * looks like none of these stands as the analyst wrote it. Immutable.
 */
final class Times {

    private static final Pattern REMARKED = Pattern.compile("(\\d{4}) \\((around|expected|planned)\\)");
    private static final Pattern SPAN = Pattern.compile("(\\d{4})[/–](\\d{4})");
    private static final Pattern OPEN = Pattern.compile("(\\d{4})–");
    private static final Pattern DECADE = Pattern.compile("(\\d{3}0)s");

    private final Messages messages;

    Times(Messages messages) {
        this.messages = messages;
    }

    String when(String text) {
        Matcher remarked = REMARKED.matcher(text);
        Matcher span = SPAN.matcher(text);
        Matcher open = OPEN.matcher(text);
        Matcher decade = DECADE.matcher(text);
        if (remarked.matches()) {
            return messages.get("time." + remarked.group(2), remarked.group(1));
        } else if (span.matches()) {
            return messages.get("time.span", span.group(1), span.group(2));
        } else if (open.matches()) {
            return messages.get("time.from", open.group(1));
        } else if (decade.matches()) {
            return messages.get("time.decade", decade.group(1));
        }
        return date(text);
    }

    private String date(String text) {
        try {
            return switch (text.length()) {
                case 7 -> YearMonth.parse(text).format(format("time.month"));
                case 10 -> LocalDate.parse(text).format(format("time.day"));
                default -> text;
            };
        } catch (DateTimeException e) {
            return text; // no date: words
        }
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(messages.get(key), Messages.isChinese(messages.locale()) ? Locale.ROOT
                : Locale.ENGLISH);
    }
}
