package org.keycloak.credential.otp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.credential.InvalidFieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TotpSecretTest {

    // RFC 6238, appendix B: the key for SHA1, in all ways to write it
    private static final String KEY = "12345678901234567890";
    private static final String KEY_IN_BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String KEY_IN_HEX = "3132333435363738393031323334353637383930";

    @ParameterizedTest
    @CsvSource({ "TEXT, " + KEY, "BASE32, " + KEY_IN_BASE32, "HEX, " + KEY_IN_HEX })
    void secretIsTheSameHoweverItIsWritten(TotpSecretEncoding encoding, String value) {
        TotpSecret secret = imported(value, encoding);

        assertArrayEquals(KEY.getBytes(StandardCharsets.US_ASCII), secret.bytes());
        assertEquals(KEY_IN_BASE32, secret.toBase32());
        assertArrayEquals(secret.bytes(), imported(secret.value(), secret.writtenAs()).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = { "gezdgnbvgy3tqojqgezdgnbvgy======", "GEZD GNBV GY3T QOJQ GEZD GNBV GY", "gezd-gnbv-gy3t-qojq-gezd-gnbv-gy",
            " GEZDGNBVGY3TQOJQ\u00a0GEZDGNBVGY ==", "GEZDGNBVGY3TQOJQGEZDGNBVGZ", "GEZDGNBVGY3TQOJQGEZDGNBVGZ=" })
    void base32IsReadAsItIsPrinted(String value) {
        TotpSecret secret = imported(value, TotpSecretEncoding.BASE32);

        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY", secret.value());
        assertArrayEquals("1234567890123456".getBytes(StandardCharsets.US_ASCII), secret.bytes());
    }

    @Test
    void bitsThatAreLeftOverAreNoPartOfTheSecret() {
        assertEquals("2234567ABCDEF2234567ABCDEE", imported("2234567abcdef2234567abcdef", TotpSecretEncoding.BASE32).value());
    }

    @ParameterizedTest
    @ValueSource(strings = { "31323334353637383930313233343536", "3132 3334 3536 3738 3930 3132 3334 3536", "31-32-33-34-35-36-37-38-39-30-31-32-33-34-35-36" })
    void hexIsReadAsItIsPrinted(String value) {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY", imported(value, TotpSecretEncoding.HEX).value());
    }

    @Test
    void hexMayBeInLowerCase() {
        String hex = "00ff7f80c0a1b2c3d4e5f60718293a4b";

        assertEquals("AD7X7AGAUGZMHVHF6YDRQKJ2JM", imported(hex, TotpSecretEncoding.HEX).value());
        assertEquals("AD7X7AGAUGZMHVHF6YDRQKJ2JM", imported(hex.toUpperCase(Locale.ROOT), TotpSecretEncoding.HEX).value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "BASE32 | GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1 | character 32", "BASE32 | 0EZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ | character 1", "BASE32 | \u00c4EZDGNBVGY3TQOJQGEZDGNBVGY | character 1",
            "BASE32 | GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ\u0131 | character 32", "BASE32 | \u017fEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ | character 1",
            "BASE32 | GEZDGNBVGY3TQOJQGEZDGNBVGY3TQ=OJQ | character 30", "BASE32 | =GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ | character 1",
            "BASE32 | GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQA | a character is missing, or one is too many", "BASE32 | GEZDGNBVGY3TQOJQGEZDGNBVGY3TQO | a character is missing, or one is too many",
            "BASE32 | '' | this one has 0", "BASE32 | ==== | this one has 0", "BASE32 | MFRGGZDFMZTWQ2LK | this one has 10",
            "HEX | 313233343536373839303132333435363 | an even number", "HEX | 3132333435363738393031323334353g | character 32",
            "HEX | 0x31323334353637383930313233343536 | character 2", "HEX | '' | this one has 0", "HEX | 3132 | this one has 2",
            "TEXT | 123456789012345 | this one has 15" })
    void messageSaysWhatIsWrong(TotpSecretEncoding encoding, String value, String wrong) {
        String message = assertThrows(InvalidFieldException.class, () -> imported(value, encoding)).getMessage();

        assertTrue(message.startsWith("Invalid totpSecret. Allowed: ") && message.contains(wrong), message);
        assertTrue(value.length() < 8 || !message.contains(value), message);
    }

    @Test
    void lengthIsSixteenToOneHundredTwentyEightBytes() {
        assertEquals(16, imported("x".repeat(16), TotpSecretEncoding.TEXT).bytes().length);
        assertEquals(128, imported("\u00fc".repeat(64), TotpSecretEncoding.TEXT).bytes().length);
        assertEquals(128, imported("ab".repeat(128), TotpSecretEncoding.HEX).bytes().length);
        assertThrows(InvalidFieldException.class, () -> imported("x".repeat(15), TotpSecretEncoding.TEXT));
        assertThrows(InvalidFieldException.class, () -> imported("\u00fc".repeat(65), TotpSecretEncoding.TEXT));
        assertThrows(InvalidFieldException.class, () -> imported("ab".repeat(129), TotpSecretEncoding.HEX));
        assertThrows(InvalidFieldException.class, () -> imported("A".repeat(10_000), TotpSecretEncoding.BASE32));
    }

    @ParameterizedTest
    @ValueSource(strings = { "=", " ", "-", "A", "= " })
    void lengthTakesNoTime(String repeated) {
        for (TotpSecretEncoding encoding : TotpSecretEncoding.values()) {
            assertTimeout(Duration.ofSeconds(5), () -> assertThrows(InvalidFieldException.class, () -> imported(repeated.repeat(300_000) + "A1", encoding)));
        }
    }

    @Test
    void textIsThereWhereTheBytesAreText() {
        assertEquals(KEY, imported(KEY_IN_BASE32, TotpSecretEncoding.BASE32).text().orElseThrow());
        assertEquals(KEY, imported(KEY_IN_HEX, TotpSecretEncoding.HEX).text().orElseThrow());
        assertEquals(Optional.empty(), imported("77777777777777777777777777777777", TotpSecretEncoding.BASE32).text());
        assertEquals(Optional.empty(), imported("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", TotpSecretEncoding.BASE32).text());
    }

    @Test
    void secretIsNotShown() {
        assertFalse(imported(KEY, TotpSecretEncoding.TEXT).toString().contains(KEY));
    }

    private static TotpSecret imported(String value, TotpSecretEncoding encoding) {
        return TotpSecret.imported("totpSecret", value, encoding);
    }
}
