package org.keycloak.testsuite.server;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.AbstractServerTest;
import org.keycloak.testsuite.fixture.ChangeUnderTest;
import org.keycloak.testsuite.fixture.DeskResources;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A server whose admin API is switched off.
 */
class WithoutAdminApiTest extends AbstractServerTest {

    @Deployment(testable = false)
    @TargetsContainer("without-admin-api")
    public static Archive<?> change() {
        return ChangeUnderTest.archive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset-password", TotpEndpoints.CREATE, TotpEndpoints.REMOVE, TotpEndpoints.VERIFY, "credential-types/otp"})
    void endpointIsNotThere(String operation) {
        String path = "/admin/realms/master/users/" + UUID.randomUUID() + "/" + operation;
        byte[] body = "{}".getBytes();

        // With the admin API on, this is a 401.
        assertEquals(404, Http.send("PUT", URI.create(server().url() + path), body, "Content-Type", "application/json").status());
        assertEquals(404, Http.send("PUT", URI.create(server().url() + path), body, "Content-Type", "application/json",
                "Authorization", "Bearer " + adminToken()).status());
    }

    /** It is switched off with the console. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/messages", "/0123456789abcdef/main.js"})
    void helpDesksPageIsNotThere(String path) {
        assertEquals(404, new DeskResources(server().url(), "master").get(path).status());
    }

    private String adminToken() {
        HttpReply token = Http.submit(URI.create(server().url() + "/realms/master/protocol/openid-connect/token"),
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", KeycloakServer.ADMIN, "password", server().adminPassword()));
        assertEquals(200, token.status(), token::toString);
        return token.field("access_token");
    }
}
