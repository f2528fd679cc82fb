package org.hubmark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class TooltipsTest {

    @Test
    void longTextIsWrappedWithoutLosingACharacter() {
        String chinese = "港湾城把闲置的船厂改成了共享中试线，任何团队都可以按小时租用设备。".repeat(4);
        String shown = Tooltips.of(chinese);
        assertEquals(chinese, shown.replace("\n", ""));
        assertTrue(shown.lines().allMatch(line -> line.length() <= 36), shown);
    }

    @Test
    void linesThatAreThereStay() {
        assertEquals("title\npublisher", Tooltips.of("title\npublisher"));
    }

    @Test
    void nothingHasNoTooltip() {
        assertNull(Tooltips.of(""));
        assertNull(Tooltips.of(null));
    }
}
