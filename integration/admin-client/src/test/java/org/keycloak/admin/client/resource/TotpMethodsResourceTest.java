package org.keycloak.admin.client.resource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.TotpMethodRepresentation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What goes over the wire, and what becomes of the reply. */
class TotpMethodsResourceTest {

    private HttpServer server;
    private Keycloak keycloak;
    private String request;
    private int status = 200;
    private String reply = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        keycloak = Keycloak.getInstance("http://localhost:" + server.getAddress().getPort(), "master", "admin-cli", "a-token");
    }

    @AfterEach
    void stop() {
        keycloak.close();
        server.stop(0);
    }

    @Test
    void lists() {
        reply = "[{\"id\": \"1\", \"name\": \"phone\", \"period\": 30, \"credentialCounter\": 5000000, \"credentials\": 7}]";
        TotpMethodRepresentation method = methods().list().get(0);
        assertEquals("GET /admin/realms/a%20realm/totp-methods ", request);
        assertEquals("phone", method.getName());
        assertEquals(7, method.getCredentials());
        assertEquals(5_000_000, method.getCredentialCounter());
    }

    @Test
    void searches() {
        reply = "[]";
        methods().list("ph", 1, 2);
        assertEquals("GET /admin/realms/a%20realm/totp-methods?search=ph&first=1&max=2 ", request);
        methods().list(null, null, 2);
        assertEquals("GET /admin/realms/a%20realm/totp-methods?max=2 ", request);
    }

    @Test
    void createsWithWhatIsAskedForAndNothingElse() {
        status = 201;
        TotpMethodRepresentation method = new TotpMethodRepresentation();
        method.setName("phone");
        method.setIssuer("Acme");
        try (Response created = methods().create(method)) {
            assertEquals("1", CreatedResponseUtil.getCreatedId(created));
        }
        assertEquals("POST /admin/realms/a%20realm/totp-methods {\"name\":\"phone\",\"issuer\":\"Acme\"}", request);
    }

    @Test
    void readsUpdatesAndRemovesOne() {
        reply = "{\"id\": \"1\", \"lockAfter\": 0}";
        assertEquals(0, methods().get("1").toRepresentation().getLockAfter());
        assertEquals("GET /admin/realms/a%20realm/totp-methods/1 ", request);
        status = 204;
        TotpMethodRepresentation method = new TotpMethodRepresentation();
        method.setSkew(0);
        methods().get("1").update(method);
        assertEquals("PUT /admin/realms/a%20realm/totp-methods/1 {\"skew\":0}", request);
        methods().get("1").remove();
        assertEquals("DELETE /admin/realms/a%20realm/totp-methods/1 ", request);
        methods().get("1").remove(true);
        assertEquals("DELETE /admin/realms/a%20realm/totp-methods/1?removeCredentials=true ", request);
    }

    @Test
    void saysWhyItWasRefused() {
        status = 409;
        reply = "{\"errorMessage\": \"It is in use\"}";
        ClientErrorException refused = assertThrows(ClientErrorException.class, () -> methods().get("1").remove());
        assertEquals(reply, refused.getResponse().readEntity(String.class));
    }

    private TotpMethodsResource methods() {
        return TotpMethodsClient.of(keycloak, "a realm");
    }

    private void answer(HttpExchange exchange) throws IOException {
        request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (status == 201) {
            exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "/1");
        }
        byte[] body = status == 201 || status == 204 ? new byte[0] : reply.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
