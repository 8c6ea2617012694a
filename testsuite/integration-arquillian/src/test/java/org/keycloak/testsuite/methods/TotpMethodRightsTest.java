package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.UUID;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.Tokens;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Who may: those who may do as much with the realm's components, the endpoint beside it, and nobody else.
 */
class TotpMethodRightsTest extends AbstractTotpMethodTest {

    private enum Refused {

        ADMIN_OF_USERS(403),
        ADMIN_OF_CLIENTS(403),
        NO_ROLES(403),
        ADMIN_OF_ANOTHER_REALM(403),
        NO_TOKEN(401),
        GARBAGE_TOKEN(401),
        FORGED_TOKEN(401);

        private final int status;

        Refused(int status) {
            this.status = status;
        }

        AdminHttp http(TestRealm realm, TestRealm otherRealm) {
            return switch (this) {
                case ADMIN_OF_USERS -> realm.newAdmin("manage-users").http().withOneToken();
                case ADMIN_OF_CLIENTS -> realm.newAdmin("manage-clients", "view-events").http().withOneToken();
                case NO_ROLES -> realm.newUser().http().withOneToken();
                case ADMIN_OF_ANOTHER_REALM -> otherRealm.newAdmin("realm-admin").http().withOneToken();
                case NO_TOKEN -> new AdminHttp(realm.url(), null);
                case GARBAGE_TOKEN -> new AdminHttp(realm.url(), () -> "garbage");
                case FORGED_TOKEN -> new AdminHttp(realm.url(), () -> Tokens.forged(realm.newAdmin("realm-admin").http().token().get()));
            };
        }
    }

    private TestRealm otherRealm;

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "manage-realm"})
    void administratorsOfTheRealmMay(String role) {
        TotpMethodEndpoints methods = methods().as(realm().newAdmin(role).http().withOneToken());

        String id = methods.newMethod().path("id").asText();
        assertEquals(200, methods.list("").status());
        assertEquals(204, methods.update(id, Json.object("digits", 8)).status());
        assertEquals(204, methods.remove(id).status());
    }

    /** What the realm is made of doesn't make an administrator of its users. */
    @Test
    void credentialsAreRemovedByAdministratorsOfTheUsersToo() {
        JsonNode method = methods().newMethod();
        JsonNode other = methods().newMethod();
        String id = method.path("id").asText();
        TestUser user = newUser();
        user.newTotp(Json.object("method", method.path("name").asText()));
        user.newTotp(Json.object("method", other.path("name").asText()));
        TotpMethodEndpoints ofRealm = methods().as(realm().newAdmin("manage-realm").http().withOneToken());

        assertEquals(403, ofRealm.removeWithCredentials(id).status());

        assertEquals(1, methods().read(id).path("credentials").intValue());
        assertEquals(2, user.otpCredentials().size());
        assertEquals(204, ofRealm.remove(other.path("id").asText()).status());
        assertEquals(2, user.otpCredentials().size());
        assertEquals(204, methods().as(realm().newAdmin("manage-realm", "manage-users").http().withOneToken()).removeWithCredentials(id).status());
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void viewersMayReadOnly() {
        JsonNode method = methods().newMethod();
        AdminHttp viewer = realm().newAdmin("view-realm").http().withOneToken();
        TotpMethodEndpoints methods = methods().as(viewer);
        String id = method.path("id").asText();

        assertEquals(method, methods.read(id));
        assertEquals(200, methods.list("").status());
        for (HttpReply reply : writes(methods, id, "{}")) {
            assertEquals(403, reply.status(), reply::toString);
        }
        assertEquals(403, viewer.send("DELETE", realm().name() + "/components/" + id, null).status());
        assertEquals(method, methods().read(id));
    }

    @ParameterizedTest
    @EnumSource
    void othersMayNot(Refused caller) {
        JsonNode method = methods().newMethod();
        AdminHttp http = caller.http(realm(), otherRealm());
        TotpMethodEndpoints methods = methods().as(http);
        String id = method.path("id").asText();

        for (HttpReply reply : writes(methods, id, Json.object("name", UUID.randomUUID().toString(), "issuer", "Acme"))) {
            assertRefused(caller, reply);
        }
        assertRefused(caller, methods.list(""));
        assertRefused(caller, methods.get(id));
        HttpReply beside = http.get(realm().name() + "/components/" + id);
        assertEquals(beside.status(), methods.get(id).status());
        assertEquals(beside.text(), methods.get(id).text());
        assertEquals(method, methods().read(id));
    }

    @ParameterizedTest
    @EnumSource
    void othersLearnNothing(Refused caller) {
        TotpMethodEndpoints methods = methods().as(caller.http(realm(), otherRealm()));

        for (HttpReply reply : writes(methods, "unknown", "{")) {
            assertRefused(caller, reply);
        }
        assertRefused(caller, methods.get("unknown"));
    }

    @Test
    void unknownRealmIsNotFound() {
        TotpMethodEndpoints methods = new TotpMethodEndpoints(realm().http(), "no-such-realm");

        assertEquals(404, methods.list("").status());
        assertEquals(404, methods.create("{}").status());
    }

    @Test
    void browsersOfThePermittedOriginMay() {
        HttpReply preflight = new AdminHttp(realm().url(), null).send("OPTIONS", methods().path(), null, "Origin", "https://console.example",
                "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization,content-type");

        assertEquals(200, preflight.status(), preflight::toString);
        assertEquals("https://console.example", preflight.header("Access-Control-Allow-Origin").orElse(null));
        AdminHttp admin = realm().newAdmin("realm-admin").http();
        HttpReply reply = admin.send("GET", methods().path(), null, "Origin", "https://console.example");
        assertEquals("https://console.example", reply.header("Access-Control-Allow-Origin").orElse(null));
        assertEquals(200, reply.status(), reply::toString);
    }

    private static List<HttpReply> writes(TotpMethodEndpoints methods, String id, String body) {
        return List.of(methods.create(body), methods.update(id, body), methods.remove(id), methods.removeWithCredentials(id));
    }

    private static void assertRefused(Refused caller, HttpReply reply) {
        assertEquals(caller.status, reply.status(), reply::toString);
    }

    private TestRealm otherRealm() {
        if (otherRealm == null) {
            otherRealm = TestRealm.create(server(), realm -> {
            });
        }
        return otherRealm;
    }
}
