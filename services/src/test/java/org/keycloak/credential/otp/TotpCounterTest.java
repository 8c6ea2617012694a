package org.keycloak.credential.otp;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.keycloak.models.credential.OTPCredentialModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TotpCounterTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final int LOCK = 1 << 30;

    /** The number is in databases and exports, so no version may compute another one. */
    @Test
    void numberIsTheSameForEver() {
        assertEquals(646969036, TotpCounter.number(ID));
    }

    @Test
    void numbersAreGreaterThanCountersOfTokensAndLessThanTheLock() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            int number = TotpCounter.number(UUID.randomUUID().toString());
            assertTrue(number >= 1 << 20 && number < LOCK, () -> String.valueOf(number));
            numbers.add(number);
        }
        assertTrue(numbers.size() > 990);
    }

    @Test
    void lockComesAndGoesWithoutTheNumber() {
        TotpCounter counter = new TotpCounter(TotpCounter.number(ID));
        assertFalse(counter.isLocked());
        TotpCounter locked = counter.locked();
        assertTrue(locked.isLocked());
        assertEquals(counter.value(), locked.methodNumber());
        assertEquals(counter, locked.unlocked());
        assertEquals(locked, locked.locked());
    }

    /** Keycloak gives such a credential the initial counter of the realm's policy. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 1, (1 << 20) - 1, -1, Integer.MIN_VALUE, LOCK, LOCK + 1 })
    void credentialWithoutAMethodIsLockedBesideAReservedNumber(int value) {
        TotpCounter locked = new TotpCounter(value).locked();
        assertTrue(locked.isLocked());
        assertEquals(LOCK + (1 << 20) - 1, locked.value());
        assertEquals(new TotpCounter(0), locked.unlocked());
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, Integer.MIN_VALUE, 0, 1, (1 << 20) - 1, LOCK, LOCK + 1, LOCK + (1 << 20) - 2, -LOCK, Integer.MIN_VALUE + LOCK + (1 << 20) })
    void otherCountersAreNoLocks(int value) {
        assertFalse(new TotpCounter(value).isLocked());
    }

    @Test
    void countersOfTokensAreNone() {
        assertEquals(new TotpCounter(0), TotpCounter.of(OTPCredentialModel.createHOTP("12345678901234567890", 6, LOCK + 5, "HmacSHA1")));
        assertEquals(new TotpCounter(0), TotpCounter.of(OTPCredentialModel.createTOTP("12345678901234567890", 6, 30, "HmacSHA1")));
    }
}
