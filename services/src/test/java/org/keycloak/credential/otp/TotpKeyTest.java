package org.keycloak.credential.otp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.keycloak.models.credential.OTPCredentialModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TotpKeyTest {

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
        String uri = key("ACME", "alice").uriWithShortLabel();

        assertTrue(uri.startsWith("otpauth://totp/alice?"), uri);
        assertTrue(uri.contains("&issuer=ACME"), uri);
    }

    @Test
    void colonOfAnIssuerBecomesASpace() {
        assertTrue(keyUri("ACME: staff", "alice").startsWith("otpauth://totp/ACME%20%20staff:alice?"));
    }

    @Test
    void credentialHasItsValues() {
        OTPCredentialModel credential = key("ACME", "alice").toCredential();

        assertEquals("{\"value\":\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}", credential.getSecretData());
        assertEquals("{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\",\"secretEncoding\":\"BASE32\"}",
                credential.getCredentialData());
    }

    @Test
    void secretIsNotShown() {
        assertFalse(key("ACME", "alice").toString().contains("GEZDGNBV"));
    }

    private static String keyUri(String issuer, String account) {
        return key(issuer, account).uri();
    }

    private static TotpKey key(String issuer, String account) {
        return new TotpKey(issuer, account, "HmacSHA1", 6, 30, TotpSecretEncoding.BASE32.read("totpSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    }

    /** In a URI, unlike in a form, a plus stays a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
