package org.keycloak.admin.client.resource;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.representations.idm.TotpSelectionRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the client sends, and what it makes of the reply. */
class UserCredentialsResourceTest {

    private static final String USER = "3c8e3a1c-6dd2-4e43-9a35-0f8d2c2c1d8b";

    @RegisterExtension
    private final AdminApi api = new AdminApi("/auth");

    @Test
    void createsWithDefaults() {
        api.reply(200, "{\"id\": \"1\", \"algorithm\": \"HmacSHA1\", \"digits\": 6, \"period\": 30, \"totpSecret\": \"secret\", \"keyUri\": \"otpauth://totp/x\"}");
        CreateTotpRepresentation totp = user().createTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/create-totp ", api.request());
        assertEquals("Bearer a-token", api.authorization());
        assertEquals("1", totp.getId());
        assertEquals(6, totp.getDigits());
        assertEquals("otpauth://totp/x", totp.getKeyUri());
    }

    @Test
    void createsWithWhatIsAskedForAndNothingElse() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setDigits(8);
        totp.setReplaceExisting(true);
        user().createTotp(totp);
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/create-totp {\"replaceExisting\":true,\"digits\":8}", api.request());
    }

    @Test
    void readsThePictureAsItIs() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};
        api.reply(200, "image/png", png);
        assertArrayEquals(png, user().createTotpQrCode(new CreateTotpRepresentation()));
        assertEquals("image/png", api.accept());
    }

    @Test
    void removes() {
        api.reply(204, "");
        user().removeTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/remove-totp ", api.request());
    }

    @Test
    void removesWhatIsSelected() {
        api.reply(204, "");
        TotpSelectionRepresentation selection = new TotpSelectionRepresentation();
        selection.setMethod("phone");
        user().removeTotp(selection);
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/remove-totp {\"method\":\"phone\"}", api.request());
    }

    @Test
    void unlocks() {
        api.reply(204, "");
        user().unlockTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/unlock-totp ", api.request());
        TotpSelectionRepresentation selection = new TotpSelectionRepresentation();
        selection.setId("1");
        user().unlockTotp(selection);
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/unlock-totp {\"id\":\"1\"}", api.request());
    }

    @Test
    void getsTheStatus() {
        api.reply(200, "{\"totps\": [{\"id\": \"1\", \"method\": \"phone\", \"digits\": 6, \"locked\": true}]}");
        UserTotpStatusRepresentation.Totp totp = user().totpStatus().getTotps().get(0);
        assertEquals("GET /auth/admin/realms/demo/users/" + USER + "/totp-status ", api.request());
        assertEquals("phone", totp.getMethod());
        assertTrue(totp.isLocked());
    }

    @Test
    void verifies() {
        api.reply(200, "{\"valid\": false, \"reason\": \"locked\"}");
        VerifyTotpRepresentation code = new VerifyTotpRepresentation();
        code.setCode("123456");
        VerifyTotpRepresentation verified = user().verifyTotp(code);
        assertFalse(verified.isValid());
        assertEquals("locked", verified.getReason());
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/verify-totp {\"code\":\"123456\"}", api.request());
    }

    @Test
    void listsTypes() {
        api.reply(200, "[{\"type\": \"otp\", \"configured\": true, \"fields\": [{\"name\": \"period\", \"type\": \"Integer\", \"validators\": {\"integer\": {\"min\": 10}}}]}]");
        CredentialTypeRepresentation type = user().credentialTypes().get(0);
        assertEquals("GET /auth/admin/realms/demo/users/" + USER + "/credential-types ", api.request());
        assertEquals("otp", type.getType());
        assertTrue(type.isConfigured());
        assertEquals(Map.of("integer", Map.of("min", 10)), type.getFields().get(0).getValidators());
    }

    @Test
    void createsACredentialOfAnyType() {
        api.reply(201, "{\"codes\": [\"A\", \"B\"]}");
        CreateRecoveryAuthnCodesRepresentation codes = new CreateRecoveryAuthnCodesRepresentation();
        codes.setUserLabel("paper");
        try (Response created = user().createCredential("recovery-authn-codes", codes)) {
            assertEquals("POST /auth/admin/realms/demo/users/" + USER + "/credential-types/recovery-authn-codes {\"userLabel\":\"paper\"}", api.request());
            assertEquals(List.of("A", "B"), created.readEntity(CreateRecoveryAuthnCodesRepresentation.class).getCodes());
        }
    }

    @Test
    void encodesTheRealm() {
        CredentialsClient.of(api.keycloak()).user("a/b c%20ü?#{d}", USER).createTotp();
        assertEquals("PUT /auth/admin/realms/a%2Fb%20c%2520%C3%BC%3F%23%7Bd%7D/users/" + USER + "/create-totp ", api.request());
    }

    @Test
    void isAProxyForAUri() {
        api.keycloak().proxy(UserCredentialsResource.class, URI.create(api.url() + "/admin/realms/demo/users/" + USER)).createTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/create-totp ", api.request());
        assertEquals("Bearer a-token", api.authorization());
    }

    @Test
    void saysWhyItWasRefused() {
        api.reply(400, "{\"errorMessage\": \"User already has totp. Remove first.\"}");
        BadRequestException refused = assertThrows(BadRequestException.class, () -> user().createTotp());
        assertEquals("{\"errorMessage\": \"User already has totp. Remove first.\"}", refused.getResponse().readEntity(String.class));
    }

    private UserCredentialsResource user() {
        return CredentialsClient.of(api.keycloak()).user("demo", USER);
    }
}
