package org.keycloak.credential.totp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.keycloak.models.OTPPolicy;
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
    void labelLosesItsIssuerWhereAQrCodeHasNoRoomForIt() {
        String issuer = "語".repeat(255);
        String uri = keyUri(issuer, "alice");

        assertTrue(uri.startsWith("otpauth://totp/alice?"), uri);
        assertTrue(uri.length() <= QrCode.CAPACITY);
        assertTrue(uri.contains("&issuer=%E8%AA%9E"), uri);
    }

    private static String keyUri(String issuer, String account) {
        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setIssuer(issuer);
        request.setTotpSecret("12345678901234567890");
        return KeyUri.of(TotpParameters.resolve(request, OTPPolicy.DEFAULT_POLICY, null), account);
    }

    /** As a URI does it, unlike a form: a plus stays a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
