package org.keycloak.credential.otp.method;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.otp.QrCodeSize;
import org.keycloak.models.ModelValidationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TotpMethodTest {

    @ParameterizedTest
    @ValueSource(strings = { "", " ", ":", ": :" })
    void issuerMustBeOneInAKeyUri(String issuer) {
        ModelValidationException refused = assertThrows(ModelValidationException.class, () -> method(issuer));

        assertTrue(refused.getMessage().contains("issuer"), refused::getMessage);
    }

    @Test
    void policysKeyUriHasTheMethodsIssuer() {
        assertEquals("otpauth://totp/ACME%20%20staff:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME%20%20staff&algorithm=SHA256&digits=8&period=60",
                new TotpMethodPolicy(method("ACME: staff"), false).getKeyURI("The realm", "alice", "12345678901234567890"));
    }

    @Test
    void policysKeyUriFitsIntoAQrCode() {
        String uri = new TotpMethodPolicy(method("\u8a9e".repeat(255)), false).getKeyURI("The realm", "alice", "1".repeat(128));

        assertTrue(uri.startsWith("otpauth://totp/alice?"), uri);
        assertTrue(QrCodeSize.least(uri) > 0);
    }

    private static TotpMethod method(String issuer) {
        ComponentModel component = new ComponentModel();
        component.setId("6f1b");
        component.setName("staff");
        component.put("issuer", issuer);
        component.put("algorithm", "SHA256");
        component.put("digits", "8");
        component.put("period", "1m");
        return TotpMethodComponent.toMethod(component);
    }
}
