package org.keycloak.admin.client.resource;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.TotpMethodRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the client sends, and what it makes of the reply. */
class TotpMethodsResourceTest {

    @RegisterExtension
    private final AdminApi api = new AdminApi("");

    @Test
    void lists() {
        api.reply(200, "[{\"id\": \"1\", \"name\": \"phone\", \"period\": 30, \"credentialCounter\": 5000000, \"credentials\": 7}]");
        TotpMethodRepresentation method = methods().list().get(0);
        assertEquals("GET /admin/realms/a%20realm/totp-methods ", api.request());
        assertEquals("phone", method.getName());
        assertEquals(7, method.getCredentials());
        assertEquals(5_000_000, method.getCredentialCounter());
    }

    @Test
    void searches() {
        api.reply(200, "[]");
        methods().list("ph", 1, 2);
        assertEquals("GET /admin/realms/a%20realm/totp-methods?search=ph&first=1&max=2 ", api.request());
        methods().list(null, null, 2);
        assertEquals("GET /admin/realms/a%20realm/totp-methods?max=2 ", api.request());
    }

    @Test
    void createsWithWhatIsAskedForAndNothingElse() {
        api.reply(201, "");
        TotpMethodRepresentation method = new TotpMethodRepresentation();
        method.setName("phone");
        method.setIssuer("Acme");
        try (Response created = methods().create(method)) {
            assertEquals("1", CreatedResponseUtil.getCreatedId(created));
        }
        assertEquals("POST /admin/realms/a%20realm/totp-methods {\"name\":\"phone\",\"issuer\":\"Acme\"}", api.request());
    }

    @Test
    void readsUpdatesAndRemovesOne() {
        api.reply(200, "{\"id\": \"1\", \"lockAfter\": 0}");
        assertEquals(0, methods().get("1").toRepresentation().getLockAfter());
        assertEquals("GET /admin/realms/a%20realm/totp-methods/1 ", api.request());
        api.reply(204, "");
        TotpMethodRepresentation method = new TotpMethodRepresentation();
        method.setSkew(0);
        methods().get("1").update(method);
        assertEquals("PUT /admin/realms/a%20realm/totp-methods/1 {\"skew\":0}", api.request());
        methods().get("1").remove();
        assertEquals("DELETE /admin/realms/a%20realm/totp-methods/1 ", api.request());
        methods().get("1").remove(true);
        assertEquals("DELETE /admin/realms/a%20realm/totp-methods/1?removeCredentials=true ", api.request());
    }

    @Test
    void saysWhyItWasRefused() {
        String reply = "{\"errorMessage\": \"It is in use\"}";
        api.reply(409, reply);
        ClientErrorException refused = assertThrows(ClientErrorException.class, () -> methods().get("1").remove());
        assertEquals(reply, refused.getResponse().readEntity(String.class));
    }

    private TotpMethodsResource methods() {
        return CredentialsClient.of(api.keycloak()).totpMethods("a realm");
    }
}
