package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class FingerprintTest {

    private final Fingerprint fingerprint = new Fingerprint(FakeServer.FINGERPRINT);

    @Test
    void isShownAsTheServerPrintsItOnTwoLines() {
        assertEquals("0f:1e:2d:3c:4b:5a:69:78:87:96:a5:b4:c3:d2:e1:f0:\n"
                + "0f:1e:2d:3c:4b:5a:69:78:87:96:a5:b4:c3:d2:e1:f0", fingerprint.grouped());
    }

    @Test
    void aCopyIsTheSameHoweverItIsWritten() {
        assertTrue(fingerprint.isSameAs(FakeServer.FINGERPRINT));
        assertTrue(fingerprint.isSameAs(fingerprint.grouped()));
        assertTrue(fingerprint.isSameAs("SHA-256 " + FakeServer.FINGERPRINT.toUpperCase(java.util.Locale.ROOT)));
        assertTrue(fingerprint.isSameAs("sha256:" + FakeServer.FINGERPRINT.replaceAll("(..)", "$1:")));
        assertTrue(fingerprint.isSameAs("Fingerprint of the certificate: " + fingerprint.grouped()));
    }

    @Test
    void oneOtherDigitIsAnotherFingerprint() {
        assertFalse(fingerprint.isSameAs(FakeServer.FINGERPRINT.replaceFirst("0", "1")));
        assertFalse(fingerprint.isSameAs(""));
        assertFalse(fingerprint.isSameAs(FakeServer.FINGERPRINT.substring(1)));
    }

    @Test
    void aCopyIsWholeOnceItHasAllDigits() {
        assertFalse(fingerprint.isWhole("SHA-256 0f1e"));
        assertTrue(fingerprint.isWhole(FakeServer.FINGERPRINT.replace('0', '1')));
    }
}
