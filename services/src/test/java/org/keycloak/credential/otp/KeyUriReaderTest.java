package org.keycloak.credential.otp;

import java.time.Duration;

import org.keycloak.credential.InvalidFieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeyUriReaderTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void parametersAreRead() {
        TotpRequest uri = KeyUriReader.read("otpauth://totp/ACME:bob?secret=" + SECRET + "&issuer=ACME&algorithm=SHA256&digits=8&period=60");

        assertEquals(new TotpRequest("ACME", "HmacSHA256", 8, 60, TotpSecret.imported("keyUri", SECRET, TotpSecretEncoding.BASE32), null, null), uri);
        assertFalse(uri.toString().contains(SECRET), uri::toString);
    }

    @Test
    void whatIsLeftOutIsAsTheFormatHasIt() {
        TotpRequest uri = KeyUriReader.read("otpauth://totp/bob?secret=" + SECRET);

        assertEquals("HmacSHA1", uri.algorithm());
        assertEquals(6, uri.digits());
        assertEquals(30, uri.period());
        assertEquals(null, uri.issuer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "ACME:bob?issuer=ACME | ACME", "ACME:bob? | ACME", "ACME%3A%20bob? | ACME", "ACME%20Ltd:bob? | ACME Ltd", "ACME+Ltd:bob? | ACME+Ltd",
            "bob? | none", ":bob? | none", "? | none", "bob?issuer= | none", "ACME:bob?issuer=%20 | ACME", "bob?issuer | none",
            "Contoso:bob@example.com?issuer=Microsoft | Microsoft", "bob?issuer=ACME%20%26%20S%C3%B6hne | ACME & S\u00f6hne", "bob?issuer=ACME+Ltd | ACME Ltd",
            "bob?issuer=a=b | a=b", "bob?issuer=a?b | a?b", "a/b c:bob?issuer=\u8a9e | \u8a9e", "bob?issuer=%F0%9F%94%91 | \ud83d\udd11" })
    void issuerIsTheParameterElseTheLabels(String labelAndQuery, String issuer) {
        assertEquals(issuer, KeyUriReader.read("otpauth://totp/" + labelAndQuery + "&secret=" + SECRET).issuer());
    }

    @ParameterizedTest
    @ValueSource(strings = { "SHA256", "sha256", "HmacSHA256", "hmacsha256" })
    void algorithmMayBeInLowerCase(String algorithm) {
        assertEquals("HmacSHA256", KeyUriReader.read("otpauth://totp/bob?secret=" + SECRET + "&algorithm=" + algorithm).algorithm());
    }

    @ParameterizedTest
    @ValueSource(strings = { "OtpAuth://TOTP/bob?secret=" + SECRET, " otpauth://totp/bob?secret=" + SECRET + " ", "otpauth://totp/bob?&&secret=" + SECRET + "&",
            "otpauth://totp/bob?secret=gezd%20gnbv+gy3t-qojqgezdgnbvgy3tqojq", "otpauth://totp/bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ%3D%3D",
            "otpauth://totp/bob?image=https%3A%2F%2Fexample.com%2F&image=twice&color=red&secret=" + SECRET, "otpauth://totp/bob?%73ecret=" + SECRET })
    void secretIsReadAsAppsReadIt(String uri) {
        assertEquals(SECRET, KeyUriReader.read(uri).secret().value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "otpauth://hotp/bob?secret=S&counter=0 | begins with otpauth://totp/", "otpauth://totp?secret=S | begins with", "otpauth-migration://offline?data=S | begins with",
            "https://example.com/?secret=S | begins with", "S | begins with", "otpauth://totp/a | secret", "otpauth://totp/a? | secret", "otpauth://totp/a?Secret=S | secret",
            "otpauth://totp/a?secret= | bytes; this one has 0", "otpauth://totp/a?secret=GEZDGNBVGY | bytes; this one has 6", "otpauth://totp/a?secret=0S | character 1",
            "otpauth://totp/a?secret=S&secret=S | secret once", "otpauth://totp/a?secret=S&digits=6&digits=6 | digits once", "otpauth://totp/a?secret=S&issuer=a&%69ssuer=a | issuer once",
            "otpauth://totp/a?secret=S&digits=7 | digits 6 or 8", "otpauth://totp/a?secret=S&digits= | digits 6 or 8", "otpauth://totp/a?secret=S&digits=+6 | digits 6 or 8",
            "otpauth://totp/a?secret=S&digits=%D9%A6 | digits 6 or 8", "otpauth://totp/a?secret=S&digits=4294967302 | digits 6 or 8", "otpauth://totp/a?secret=S&digits=6.0 | digits 6 or 8",
            "otpauth://totp/a?secret=S&period=9 | period 10 to 300", "otpauth://totp/a?secret=S&period=-30 | period 10 to 300", "otpauth://totp/a?secret=S&period=30s | period 10 to 300",
            "otpauth://totp/a?secret=S&algorithm=MD5 | algorithm HmacSHA1", "otpauth://totp/a?secret=S&algorithm= | algorithm HmacSHA1",
            "otpauth://totp/a?secret=S&issuer=a%0Ab | issuer 1 to 255", "otpauth://totp/a?secret=S&issuer=a%00 | issuer 1 to 255", "otpauth://totp/a%07:b?secret=S | issuer 1 to 255",
            "otpauth://totp/a?secret=S&issuer=%zz | hexadecimal", "otpauth://totp/a?secret=S&issuer=100% | hexadecimal", "otpauth://totp/%C3%28?secret=S | hexadecimal",
            "otpauth://totp/a?secret=S&issuer=%ED%A0%80 | hexadecimal", "otpauth://totp/a#1?secret=S | without #", "otpauth://totp/a?secret=S#&digits=8 | without #" })
    void messageSaysWhatIsWrong(String uri, String wrong) {
        assertInvalid(uri.replaceFirst("=(0?)S", "=$1" + SECRET).replaceFirst("=S", "=" + SECRET), wrong);
    }

    @Test
    void lengthOfAnIssuerIsThatOfTheField() {
        assertEquals(255, KeyUriReader.read("otpauth://totp/a?secret=" + SECRET + "&issuer=" + "%C3%BC".repeat(255)).issuer().length());
        assertInvalid("otpauth://totp/a?secret=" + SECRET + "&issuer=" + "%C3%BC".repeat(256), "issuer 1 to 255");
    }

    /** The texts are longer than a request can hold. */
    @ParameterizedTest
    @ValueSource(strings = { "&", "=", "%", "%41", "%C3", "?", ":", "+", "a=", "secret=&", "A", "=&" })
    void lengthTakesNoTime(String repeated) {
        for (String start : new String[] { "otpauth://totp/", "otpauth://totp/a?secret=", "otpauth://totp/a?secret=" + SECRET + "&issuer=", "" }) {
            String uri = start + repeated.repeat(64 * 1024 / repeated.length()) + "#";
            assertTimeout(Duration.ofSeconds(2), () -> assertThrows(InvalidFieldException.class, () -> KeyUriReader.read(uri)));
            assertTimeout(Duration.ofSeconds(2), () -> read(uri.substring(0, uri.length() - 1)));
        }
    }

    private static void read(String uri) {
        try {
            KeyUriReader.read(uri);
        } catch (InvalidFieldException e) {
            assertTrue(e.getMessage().length() < 200, "a message, not the request");
        }
    }

    private static void assertInvalid(String uri, String wrong) {
        String message = assertThrows(InvalidFieldException.class, () -> KeyUriReader.read(uri)).getMessage();

        assertTrue(message.startsWith("Invalid keyUri. Allowed: ") && message.contains(wrong), message);
        assertFalse(message.contains(SECRET), message);
    }
}
