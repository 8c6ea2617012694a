package org.keycloak.testsuite.totp;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The test values of RFC 6238, appendix B, and of RFC 4648, section 10.
 */
class Rfc6238UnitTest {

    private static final int PERIOD = 30;

    @ParameterizedTest
    @CsvSource({
            "59, 94287082, SHA1",
            "59, 46119246, SHA256",
            "59, 90693936, SHA512",
            "1111111109, 07081804, SHA1",
            "1111111109, 68084774, SHA256",
            "1111111109, 25091201, SHA512",
            "1111111111, 14050471, SHA1",
            "1111111111, 67062674, SHA256",
            "1111111111, 99943326, SHA512",
            "1234567890, 89005924, SHA1",
            "1234567890, 91819424, SHA256",
            "1234567890, 93441116, SHA512",
            "2000000000, 69279037, SHA1",
            "2000000000, 90698825, SHA256",
            "2000000000, 38618901, SHA512",
            "20000000000, 65353130, SHA1",
            "20000000000, 77737706, SHA256",
            "20000000000, 47863826, SHA512"})
    void codesAreThoseOfTheTable(long time, String code, String algorithm) {
        byte[] secret = Rfc6238Key.of(algorithm).getBytes(StandardCharsets.US_ASCII);

        assertEquals(code, Rfc6238.code(secret, algorithm, 8, time / PERIOD));
        assertEquals(code.substring(2), Rfc6238.code(secret, algorithm, 6, time / PERIOD));
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheRfc(String text, String encoded) {
        assertEquals(encoded, Base32.encode(text));
        assertEquals(text, new String(Base32.decode(encoded), StandardCharsets.US_ASCII));
    }
}
