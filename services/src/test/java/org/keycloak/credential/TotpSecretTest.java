package org.keycloak.credential;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class TotpSecretTest {

    // RFC 6238, appendix B: the key for SHA1, and the same in Base32
    private static final String KEY = "12345678901234567890";
    private static final String KEY_IN_BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void plainAndBase32AreTheSameSecret() {
        TotpSecret plain = TotpSecret.imported(KEY, null);
        TotpSecret base32 = TotpSecret.imported(KEY_IN_BASE32, "BASE32");

        assertArrayEquals(KEY.getBytes(StandardCharsets.US_ASCII), plain.bytes());
        assertArrayEquals(plain.bytes(), base32.bytes());
        assertEquals(KEY_IN_BASE32, plain.toBase32());
        assertEquals(KEY_IN_BASE32, base32.toBase32());
    }

    @Test
    void base32MayBeInLowerCaseAndPadded() {
        TotpSecret secret = TotpSecret.imported("gezdgnbvgy3tqojqgezdgnbvgy======", "BASE32");

        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY", secret.value());
        assertEquals(16, secret.bytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "=", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "GEZDGNBVGY3TQOJQ GEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQA",
            "=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQ-GEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQGEZDGNBVGZ", "ÄEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" })
    void whatIsNotBase32IsRefused(String value) {
        assertThrows(InvalidFieldException.class, () -> TotpSecret.imported(value, "BASE32"));
    }

    @Test
    void lengthIsSixteenToOneHundredTwentyEightBytes() {
        assertEquals(16, TotpSecret.imported("x".repeat(16), null).bytes().length);
        assertEquals(128, TotpSecret.imported("ü".repeat(64), null).bytes().length);
        assertThrows(InvalidFieldException.class, () -> TotpSecret.imported("x".repeat(15), null));
        assertThrows(InvalidFieldException.class, () -> TotpSecret.imported("ü".repeat(65), null));
        assertThrows(InvalidFieldException.class, () -> TotpSecret.imported("A".repeat(10_000), "BASE32"));
    }

    @Test
    void manyPaddingsTakeNoTime() {
        assertTimeout(Duration.ofSeconds(5), () -> assertThrows(InvalidFieldException.class, () -> TotpSecret.imported("=".repeat(300_000) + "A", "BASE32")));
    }

    @Test
    void textIsThereWhereTheBytesAreText() {
        assertEquals(KEY, TotpSecret.imported(KEY_IN_BASE32, "BASE32").text().orElseThrow());
        assertEquals(Optional.empty(), TotpSecret.imported("77777777777777777777777777777777", "BASE32").text());
        assertEquals(Optional.empty(), TotpSecret.imported("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "BASE32").text());
    }

    @Test
    void neitherTextNorErrorShowsTheSecret() {
        assertFalse(TotpSecret.imported(KEY, null).toString().contains(KEY));

        String tooShort = "0123456789";
        String message = assertThrows(InvalidFieldException.class, () -> TotpSecret.imported(tooShort, null)).getMessage();
        assertFalse(message.contains(tooShort), message);
    }
}
