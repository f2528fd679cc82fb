package org.hubmark.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.hubmark.core.nls.Messages;

/** Points of time for people: only the time of what is of today, with the date before that. Immutable. */
public final class Times {

    private final Clock clock;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;
    private final DateTimeFormatter full;

    Times(Locale locale, Clock clock) {
        this.clock = clock;
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale);
        full = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM).withLocale(locale);
    }

    /** In the language of the user and the time zone of the machine. */
    public static Times ofUser() {
        return new Times(Messages.of(Times.class).locale(), Clock.system(ZoneId.systemDefault()));
    }

    public String of(Instant when) {
        ZonedDateTime there = when.atZone(clock.getZone());
        return there.toLocalDate().equals(LocalDate.now(clock)) ? time.format(there) : date.format(there);
    }

    /** An ISO 8601 time as records keep it; what is none is shown as it stands, null as nothing. */
    public String of(String when) {
        if (when == null) {
            return "";
        }
        try {
            return of(Instant.parse(when));
        } catch (DateTimeParseException e) {
            return when;
        }
    }

    /** With the day of the week and the second, for tool tips. */
    public String inFull(Instant when) {
        return full.format(when.atZone(clock.getZone()));
    }
}
