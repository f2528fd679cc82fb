package org.hubmark.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.hubmark.model.Element;
import org.hubmark.model.Family;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.Organization;
import org.hubmark.report.block.Line;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class NamedTest {

    private final Element ministry = organization("文部科学省", "MEXT", "日本文部省");
    private final Element state = organization("日本（政府）", "Japan (government)", "日本政府");
    private final Named english = named(Locale.ENGLISH);
    private final Named chinese = named(Locale.SIMPLIFIED_CHINESE);

    @Test
    void aNameStandsInTheLanguageOfTheReport() {
        assertEquals("MEXT", shown(english, "日本文部省"));
        assertEquals("MEXT, Japan (government)", shown(english, "文部科学省、日本政府"));
        assertEquals("日本文部省", shown(chinese, "日本文部省"));
        assertEquals("China", shown(english, "中国"));
    }

    @Test
    void aRemarkBehindANameHasTheBracketsOfTheLanguage() {
        assertEquals("MEXT (after 2001)", shown(english, "文部科学省（2001年后）"));
        assertEquals("文部科学省（2001年后）", shown(chinese, "文部科学省（2001年后）"));
        assertEquals("日本（政府）（2014年3月）", shown(chinese, "日本（政府） (2014-03)"));
    }

    @Test
    void whatIsNoNameOrThatOfSeveralStays() {
        assertEquals("文部科学省、某大学", shown(english, "文部科学省、某大学"));
        assertFalse(english.knows("同名"));
        assertFalse(english.knows("人才"));
        assertTrue(english.knows("日本政府"));
    }

    private Named named(Locale language) {
        Family family = HubmarkFactory.eINSTANCE.createFamily();
        family.setNameZh("人才");
        return new Named(List.of(ministry, state, organization("同名", "One", null), organization("同名", "Other", null),
                family), new Wording(language));
    }

    private static Element organization(String zh, String en, String alias) {
        Organization organization = HubmarkFactory.eINSTANCE.createOrganization();
        organization.setId(zh + en);
        organization.setNameZh(zh);
        organization.setNameEn(en);
        if (alias != null) {
            organization.getAliases().add(alias);
        }
        return organization;
    }

    private static String shown(Named named, String text) {
        Line.Builder line = Line.builder();
        named.append(line, text);
        return line.build().plain();
    }
}
