package org.hubmark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-05T17:30:00Z");
    private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private final Times english = new Times(Locale.ENGLISH, clock);
    private final Times chinese = new Times(Locale.SIMPLIFIED_CHINESE, clock);

    @Test
    void whatIsOfTodayHereHasNoDate() {
        assertEquals("01:30", chinese.of(NOW));
        assertEquals("00:10", chinese.of("2026-03-05T16:10:00Z"));
        assertEquals("2026年3月5日 23:50", chinese.of("2026-03-05T15:50:00Z"));
    }

    @Test
    void datesAreWrittenAsTheLanguageDoes() {
        assertEquals("Jan 2, 2026, 8:00 AM", english.of(Instant.parse("2026-01-02T00:00:00Z")).replace('\u202F', ' '));
    }

    @Test
    void whatIsNoTimeIsShownAsItStands() {
        assertEquals("soon", english.of("soon"));
        assertEquals("", english.of((String) null));
    }
}
