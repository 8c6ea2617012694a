package org.keycloak.credential.otp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.keycloak.representations.idm.CreateTotpRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeyUriTest {

    @Test
    void carriesAllThatAnAuthenticatorNeeds() {
        assertEquals("otpauth://totp/ACME:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME&algorithm=SHA1&digits=6&period=30",
                keyUri("ACME", "alice"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "with space", "a&b=c?d#e/f", "50%", "a+b", "übung", "🔑 key", "日本語" })
    void awkwardNamesComeBackAsTheyWere(String name) {
        URI uri = URI.create(keyUri(name, name));

        assertEquals("/" + name + ":" + name, decoded(uri.getRawPath()));
        assertEquals(name, decoded(uri.getRawQuery().replaceAll(".*&issuer=([^&]*).*", "$1")));
        assertFalse(uri.toString().contains("+"), "apps show a plus as it is");
    }

    @Test
    void shortLabelIsTheAccountAlone() {
        String uri = KeyUri.withShortLabel(totp("ACME"), "alice");

        assertTrue(uri.startsWith("otpauth://totp/alice?"), uri);
        assertTrue(uri.contains("&issuer=ACME"), uri);
    }

    private static String keyUri(String issuer, String account) {
        return KeyUri.of(totp(issuer), account);
    }

    private static CreateTotpRepresentation totp(String issuer) {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setIssuer(issuer);
        totp.setTotpSecretEncoded("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        totp.setAlgorithm("HmacSHA1");
        totp.setDigits(6);
        totp.setPeriod(30);
        return totp;
    }

    /** As a URI does it, unlike a form: a plus stays a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
