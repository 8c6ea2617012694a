package org.keycloak.credential.otp.method;

import java.util.List;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.representations.idm.TotpMethodRepresentation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TotpMethodComponentTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";

    private final JsonMapper json = new JsonMapper();

    @Test
    void componentWithAnIssuerHasDefaultsForTheRest() {
        TotpMethod method = TotpMethodComponent.toMethod(component("issuer", "Acme"));

        assertEquals(new TotpMethod(ID, "phone", "Acme", "HmacSHA1", 6, 30, 32, 246, 1, 5, 0, 0), method);
    }

    @Test
    void componentMayHoldWhatPeopleWrite() {
        ComponentModel component = component("issuer", "Acme");
        component.put("period", "1m");
        component.put("algorithm", "SHA512");
        component.put("activateWithin", "14d");

        assertEquals(60, TotpMethodComponent.toRepresentation(component).getPeriod());
        assertEquals(14 * 24 * 60 * 60, TotpMethodComponent.toRepresentation(component).getActivateWithin());
        assertEquals("HmacSHA512", TotpMethodComponent.toRepresentation(component).getAlgorithm());
    }

    @ParameterizedTest
    @CsvSource({ "period, 9", "period, 2h", "period, ''", "keySize, x", "keySize, 19", "qrSize, 1", "algorithm, MD5", "digits, 7", "digits, 6.0",
            "skew, 2", "maxValidationAttempts, 21", "maxValidationAttempts, 0", "lockAfter, -1", "lockAfter, 99999999999", "issuer, ''",
            "activateWithin, 59", "activateWithin, 31536001", "activateWithin, 366d", "activateWithin, -1", "activateWithin, 14 d" })
    void valuesAreChecked(String field, String value) {
        ComponentModel component = component("issuer", "Acme");
        component.put(field, value);

        InvalidFieldException invalid = assertThrows(InvalidFieldException.class, () -> TotpMethodComponent.parse(component));
        assertTrue(invalid.getMessage().startsWith("Invalid " + field + ". Allowed: "), invalid::getMessage);
        ModelValidationException named = assertThrows(ModelValidationException.class, () -> TotpMethodComponent.toMethod(component));
        assertTrue(named.getMessage().contains("phone") && named.getMessage().endsWith(invalid.getMessage()), named::getMessage);
    }

    /** An administrator must see an invalid method to mend it. */
    @Test
    void invalidComponentIsShownByItsName() {
        TotpMethodRepresentation shown = TotpMethodComponent.toRepresentation(component("digits", "7"));

        assertEquals("phone", shown.getName());
        assertEquals(ID, shown.getId());
        assertNull(shown.getDigits());
        assertNull(shown.getPeriod());
    }

    @Test
    void updateChangesWhatIsFilled() throws Exception {
        ComponentModel component = component("issuer", "Acme");
        component.put("digits", "8");

        TotpMethodComponent.update(component, (ObjectNode) json.readTree("{\"name\": \"token\", \"period\": 60, \"algorithm\": \"SHA256\", \"id\": \"other\", \"credentials\": 7}"));

        assertEquals(new TotpMethod(ID, "token", "Acme", "HmacSHA256", 8, 60, 32, 246, 1, 5, 0, 0), TotpMethodComponent.toMethod(component));
        assertEquals(List.of("HmacSHA256"), component.getConfig().get("algorithm"));
        assertNull(component.getConfig().get("credentials"));
    }

    private static ComponentModel component(String field, String value) {
        ComponentModel component = new ComponentModel();
        component.setId(ID);
        component.setName("phone");
        component.put(field, value);
        return component;
    }
}
