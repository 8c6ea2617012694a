package org.keycloak.credential.otp.setup;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class PendingTotpTest {

    private static final PendingTotp PENDING = new PendingTotp("4711", "HmacSHA512", 8, 60, "12345678901234567890", "none");

    @Test
    void comesOutOfTheStoreAsItWentIn() {
        PendingTotp withoutMethod = new PendingTotp(null, "HmacSHA1", 6, 30, "12345678901234567890", "none");

        assertEquals(PENDING, PendingTotp.of(PENDING.notes()));
        assertEquals(withoutMethod, PendingTotp.of(withoutMethod.notes()));
    }

    @Test
    void isRequestedAsItIs() {
        assertEquals("4711", PENDING.request().getMethod());
        assertEquals("HmacSHA512", PENDING.request().getAlgorithm());
        assertEquals(8, PENDING.request().getDigits());
        assertEquals(60, PENDING.request().getPeriod());
        assertEquals("12345678901234567890", PENDING.request().getTotpSecret());
        assertEquals("TEXT", PENDING.request().getSecretEncoding());
    }

    @Test
    void keepsItsSecretToItself() {
        assertFalse(PENDING.toString().contains(PENDING.secret()));
    }
}
