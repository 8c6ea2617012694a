package org.keycloak.testsuite.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.OpenApi;
import org.keycloak.testsuite.fixture.OpenApi.Operation;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The server serves what the OpenAPI document says, and below its paths nothing else.
 */
class OpenApiTest extends AbstractTotpTest {

    private static final String NO_SUCH = "no-such";

    private String manager;
    private String nobody;

    static List<Operation> operations() {
        return OpenApi.operations();
    }

    @Test
    void thereAreSome() {
        assertTrue(operations().size() > 10);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isServed(Operation operation) {
        String path = path(operation, realm().name());
        String token = token(operation);

        assertEquals(401, send(operation, path, null).status());
        assertServed(send(operation, path, token));
        // A path with nothing behind it is refused, so the status above says that something is there.
        assertNotServed(send(operation, path.replaceFirst("[^/]+$", NO_SUCH), token));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nothingElseIsServed(Operation operation) {
        List<String> documented = operations().stream().filter(other -> other.path().equals(operation.path())).map(Operation::method).toList();

        String path = path(operation, realm().name());
        String token = token(operation);
        boolean hasMoreBelow = operations().stream().anyMatch(other -> other.path().startsWith(operation.path() + "/{"));

        for (String method : OpenApi.METHODS) {
            Operation other = new Operation(method, operation.path(), operation.description());
            if (!documented.contains(method)) {
                assertNotServed(send(other, path, token));
            }
            if (!hasMoreBelow) {
                assertNotServed(send(other, path + "/" + NO_SUCH, token));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesAsItSays(Operation operation) {
        String path = path(operation, realm().name());
        String token = token(operation);

        if (!operation.isOfAccount()) {
            assertRefused(403, operation, send(operation, path, nobody()));
        }
        assertRefused(404, operation, send(operation, path(operation, NO_SUCH), token));
        if (operation.hasStatus(406)) {
            assertRefused(406, operation, send(operation, path, token, "Accept", "text/css"));
        }
        if (operation.hasBody()) {
            assertRefused(415, operation, send(operation, path, token, "Content-Type", "text/plain"));
        }
    }

    private static void assertServed(HttpReply reply) {
        assertTrue(!List.of(401, 403, 404, 405).contains(reply.status()) && reply.status() < 500, reply::toString);
    }

    private static void assertNotServed(HttpReply reply) {
        assertTrue(List.of(404, 405).contains(reply.status()), () -> reply.response().request() + ": " + reply);
    }

    private static void assertRefused(int status, Operation operation, HttpReply reply) {
        assertEquals(status, reply.status(), reply::toString);
        assertTrue(operation.hasStatus(status), status + " isn't documented");
    }

    /** The path with values for its parameters. */
    private String path(Operation operation, String realm) {
        String path = operation.path().replace("{realm}", realm).replace("{type}", "otp");
        if (path.contains("{user-id}")) {
            path = path.replace("{user-id}", newUser().id());
        }
        return path.contains("{id}") ? path.replace("{id}", newMethod()) : path;
    }

    private String newMethod() {
        return new RealmMethods(realm()).add("method-" + UUID.randomUUID(), "issuer", "Issuer");
    }

    private HttpReply send(Operation operation, String path, String token, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (token != null) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        if (operation.hasBody() && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", AdminHttp.JSON));
        }
        byte[] body = operation.hasBody() ? "{}".getBytes(StandardCharsets.UTF_8) : null;
        return Http.send(operation.method(), URI.create(realm().url() + path), body, all.toArray(String[]::new));
    }

    private String token(Operation operation) {
        return operation.isOfAccount() ? token(newUser()) : manager();
    }

    private String manager() {
        if (manager == null) {
            manager = token(realm().newAdmin("realm-admin"));
        }
        return manager;
    }

    private String nobody() {
        if (nobody == null) {
            nobody = token(newUser());
        }
        return nobody;
    }

    private static String token(TestUser user) {
        return user.login().field("access_token");
    }
}
