package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Locale;

import org.hubmark.core.nls.Messages;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class AddressFieldTest {

    @Test
    void nothingTypedIsNoAddressAndNoProblem() {
        assertEquals(new AddressField(null, null), AddressField.read("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubmark://host/hubs", "host:1234/hubs", " postgresql://one,two:5433/政策 ",
            "hubmark://[::1]:9723/a_b-c", "192.168.0.7/hubs"})
    void whatMayBeLeftOutMayBeLeftOut(String typed) {
        AddressField field = AddressField.read(typed);
        assertNotNull(field.address());
        assertNull(field.problem());
    }

    @ParameterizedTest
    @CsvSource({
            "http://host/hubs, address.scheme",
            "hubmark://, address.host.missing",
            "/hubs, address.host.missing",
            "hubmark://host, address.database.missing",
            "host/, address.database.missing",
            "host/hubs;INIT=x, address.database",
            "host/-hubs, address.database",
            "ho st/hubs, address.host",
            "'one,two/hubs', address.hosts",
            "'postgresql://one,t wo/hubs', address.host",
            "ada@host/hubs, address.host"})
    void whatIsWrongIsNamed(String typed, String problem) {
        AddressField field = AddressField.read(typed);
        assertNull(field.address());
        assertEquals(problem, field.problem());
        assertNotNull(Messages.of(AddressField.class, Locale.ENGLISH).get(field.problem()));
    }
}
