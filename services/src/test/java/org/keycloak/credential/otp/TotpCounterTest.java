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
    void unusedComesAndGoesWithoutTheNumber() {
        TotpCounter counter = new TotpCounter(TotpCounter.number(ID));
        TotpCounter unused = counter.unused();
        assertEquals(-counter.value(), unused.value());
        assertTrue(unused.isUnused());
        assertFalse(unused.isLocked());
        assertEquals(counter.value(), unused.methodNumber());
        assertEquals(counter, unused.used());
        assertEquals(unused, unused.unused());
        assertFalse(counter.isUnused());
        assertEquals(counter, counter.used());
    }

    @Test
    void lockAndFirstUseKeepEachOther() {
        TotpCounter counter = new TotpCounter(TotpCounter.number(ID));
        TotpCounter both = counter.unused().locked();
        assertEquals(both, counter.locked().unused());
        assertEquals(counter.value(), both.methodNumber());
        assertTrue(both.isLocked() && both.isUnused());
        assertEquals(counter.locked(), both.used());
        assertEquals(counter.unused(), both.unlocked());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, (1 << 20) - 2, -1, 2 - (1 << 20), Integer.MIN_VALUE, LOCK, LOCK + 1, -LOCK, -LOCK - 1 })
    void credentialWithoutAMethodIsUnusedBesideAReservedNumber(int value) {
        assertFalse(new TotpCounter(value).isUnused());
        TotpCounter unused = new TotpCounter(value).unused();
        assertTrue(unused.isUnused());
        assertEquals(1 - (1 << 20), unused.value());
        assertEquals(unused, unused.locked().unlocked());
        assertEquals(new TotpCounter(0), unused.used());
        assertEquals(new TotpCounter(0), unused.locked().used().unlocked());
    }

    /** An import may leave any counter. */
    @ParameterizedTest
    @ValueSource(ints = { Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -LOCK - (1 << 20), 1 - LOCK, -LOCK, -(1 << 20), -1, 0, 1, LOCK - 1, LOCK, Integer.MAX_VALUE })
    void eachCounterCanBeChanged(int value) {
        TotpCounter counter = new TotpCounter(value);
        assertTrue(counter.methodNumber() >= 0 && counter.methodNumber() < LOCK);
        assertTrue(counter.locked().isLocked() && counter.unused().isUnused());
        assertFalse(counter.unlocked().isLocked() || counter.used().isUnused());
        assertEquals(counter.isUnused(), counter.locked().isUnused());
        assertEquals(counter.isLocked(), counter.unused().isLocked());
        assertEquals(counter.locked().unlocked(), counter.unlocked());
        assertEquals(counter.unused().used(), counter.used());
    }

    @Test
    void countersOfTokensAreNone() {
        assertEquals(new TotpCounter(0), TotpCounter.of(OTPCredentialModel.createHOTP("12345678901234567890", 6, LOCK + 5, "HmacSHA1")));
        assertEquals(new TotpCounter(0), TotpCounter.of(OTPCredentialModel.createHOTP("12345678901234567890", 6, -LOCK + 1, "HmacSHA1")));
        assertEquals(new TotpCounter(0), TotpCounter.of(OTPCredentialModel.createTOTP("12345678901234567890", 6, 30, "HmacSHA1")));
    }
}
