package org.keycloak.admin.client.resource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.representations.idm.TotpSelectionRepresentation;
import org.keycloak.representations.idm.TotpStatusRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What goes over the wire, and what becomes of the reply. */
class UserCredentialsResourceTest {

    private static final String USER = "3c8e3a1c-6dd2-4e43-9a35-0f8d2c2c1d8b";

    private HttpServer server;
    private Keycloak keycloak;
    private String request;
    private String accept;
    private String authorization;
    private int status = 200;
    private String contentType = "application/json";
    private byte[] reply = "{}".getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        keycloak = Keycloak.getInstance(url(), "master", "admin-cli", "a-token");
    }

    @AfterEach
    void stop() {
        keycloak.close();
        server.stop(0);
    }

    @Test
    void createsWithDefaults() {
        reply("{\"id\": \"1\", \"algorithm\": \"HmacSHA1\", \"digits\": 6, \"period\": 30, \"totpSecret\": \"secret\", \"keyUri\": \"otpauth://totp/x\"}");
        CreateTotpRepresentation totp = UserCredentialsResource.of(keycloak, "demo", USER).createTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/create-totp ", request);
        assertEquals("Bearer a-token", authorization);
        assertEquals("1", totp.getId());
        assertEquals(6, totp.getDigits());
        assertEquals("otpauth://totp/x", totp.getKeyUri());
    }

    @Test
    void createsWithWhatIsAskedForAndNothingElse() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setDigits(8);
        totp.setReplaceExisting(true);
        UserCredentialsResource.of(keycloak, "demo", USER).createTotp(totp);
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/create-totp {\"replaceExisting\":true,\"digits\":8}", request);
    }

    @Test
    void readsThePictureAsItIs() {
        contentType = "image/png";
        reply = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};
        assertArrayEquals(reply, UserCredentialsResource.of(keycloak, "demo", USER).createTotpQrCode(new CreateTotpRepresentation()));
        assertEquals("image/png", accept);
    }

    @Test
    void removes() {
        status = 204;
        UserCredentialsResource.of(keycloak, "demo", USER).removeTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/remove-totp ", request);
    }

    @Test
    void removesWhatIsSelected() {
        status = 204;
        TotpSelectionRepresentation selection = new TotpSelectionRepresentation();
        selection.setMethod("phone");
        UserCredentialsResource.of(keycloak, "demo", USER).removeTotp(selection);
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/remove-totp {\"method\":\"phone\"}", request);
    }

    @Test
    void unlocks() {
        status = 204;
        UserCredentialsResource.of(keycloak, "demo", USER).unlockTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/unlock-totp ", request);
        TotpSelectionRepresentation selection = new TotpSelectionRepresentation();
        selection.setId("1");
        UserCredentialsResource.of(keycloak, "demo", USER).unlockTotp(selection);
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/unlock-totp {\"id\":\"1\"}", request);
    }

    @Test
    void getsTheStatus() {
        reply("{\"totps\": [{\"id\": \"1\", \"method\": \"phone\", \"digits\": 6, \"locked\": true}]}");
        TotpStatusRepresentation.Totp totp = UserCredentialsResource.of(keycloak, "demo", USER).totpStatus().getTotps().get(0);
        assertEquals("GET /auth/admin/realms/demo/users/" + USER + "/totp-status ", request);
        assertEquals("phone", totp.getMethod());
        assertTrue(totp.isLocked());
    }

    @Test
    void verifies() {
        reply("{\"valid\": false, \"reason\": \"locked\"}");
        VerifyTotpRepresentation code = new VerifyTotpRepresentation();
        code.setCode("123456");
        VerifyTotpRepresentation verified = UserCredentialsResource.of(keycloak, "demo", USER).verifyTotp(code);
        assertFalse(verified.isValid());
        assertEquals("locked", verified.getReason());
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/verify-totp {\"code\":\"123456\"}", request);
    }

    @Test
    void listsTypes() {
        reply("[{\"type\": \"otp\", \"configured\": true, \"fields\": [{\"name\": \"period\", \"type\": \"Integer\", \"validators\": {\"integer\": {\"min\": 10}}}]}]");
        CredentialTypeRepresentation type = UserCredentialsResource.of(keycloak, "demo", USER).credentialTypes().get(0);
        assertEquals("GET /auth/admin/realms/demo/users/" + USER + "/credential-types ", request);
        assertEquals("otp", type.getType());
        assertTrue(type.isConfigured());
        assertEquals(Map.of("integer", Map.of("min", 10)), type.getFields().get(0).getValidators());
    }

    @Test
    void createsACredentialOfAnyType() {
        status = 201;
        reply("{\"codes\": [\"A\", \"B\"]}");
        CreateRecoveryAuthnCodesRepresentation codes = new CreateRecoveryAuthnCodesRepresentation();
        codes.setUserLabel("paper");
        try (Response created = UserCredentialsResource.of(keycloak, "demo", USER).createCredential("recovery-authn-codes", codes)) {
            assertEquals("POST /auth/admin/realms/demo/users/" + USER + "/credential-types/recovery-authn-codes {\"userLabel\":\"paper\"}", request);
            assertEquals(List.of("A", "B"), created.readEntity(CreateRecoveryAuthnCodesRepresentation.class).getCodes());
        }
    }

    @Test
    void encodesTheRealm() {
        UserCredentialsResource.of(keycloak, "a/b c%20ü?#{d}", USER).createTotp();
        assertEquals("PUT /auth/admin/realms/a%2Fb%20c%2520%C3%BC%3F%23%7Bd%7D/users/" + USER + "/create-totp ", request);
    }

    @Test
    void isAProxyForAUri() {
        keycloak.proxy(UserCredentialsResource.class, URI.create(url() + "/admin/realms/demo/users/" + USER)).createTotp();
        assertEquals("PUT /auth/admin/realms/demo/users/" + USER + "/create-totp ", request);
        assertEquals("Bearer a-token", authorization);
    }

    @Test
    void saysWhyItWasRefused() {
        status = 400;
        reply("{\"errorMessage\": \"User already has totp. Remove first.\"}");
        BadRequestException refused = assertThrows(BadRequestException.class, () -> UserCredentialsResource.of(keycloak, "demo", USER).createTotp());
        assertEquals("{\"errorMessage\": \"User already has totp. Remove first.\"}", refused.getResponse().readEntity(String.class));
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/auth";
    }

    private void reply(String json) {
        reply = json.getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
        accept = exchange.getRequestHeaders().getFirst("Accept");
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : reply.length);
        if (status != 204) {
            exchange.getResponseBody().write(reply);
        }
        exchange.close();
    }
}
