package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.UUID;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Cors;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RefusedCaller;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Administrators who may do the same with the realm's components, and nobody else.
 */
class TotpMethodRightsTest extends AbstractTotpMethodTest {

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "manage-realm"})
    void administratorsOfTheRealmMay(String role) {
        TotpMethodEndpoints methods = methods().as(realm().newAdmin(role).http().withOneToken());

        String id = id(methods.newMethod());
        assertEquals(200, methods.list("").status());
        assertEquals(204, methods.update(id, Json.object("digits", 8)).status());
        assertEquals(204, methods.remove(id).status());
    }

    /** An administrator of the realm's configuration is no administrator of its users. */
    @Test
    void credentialsAreRemovedByAdministratorsOfTheUsersToo() {
        JsonNode method = methods().newMethod();
        JsonNode other = methods().newMethod();
        String id = id(method);
        TestUser user = newUser();
        user.newTotp(Json.object("method", name(method)));
        user.newTotp(Json.object("method", name(other)));
        TotpMethodEndpoints ofRealm = methods().as(realm().newAdmin("manage-realm").http().withOneToken());

        assertEquals(403, ofRealm.removeWithCredentials(id).status());

        assertEquals(1, methods().read(id).path("credentials").intValue());
        assertEquals(2, user.otpCredentials().size());
        assertEquals(204, ofRealm.remove(id(other)).status());
        assertEquals(2, user.otpCredentials().size());
        assertEquals(204, methods().as(realm().newAdmin("manage-realm", "manage-users").http().withOneToken()).removeWithCredentials(id).status());
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void viewersMayReadOnly() {
        JsonNode method = methods().newMethod();
        AdminHttp viewer = realm().newAdmin("view-realm").http().withOneToken();
        TotpMethodEndpoints methods = methods().as(viewer);
        String id = id(method);

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
    void othersMayNot(RefusedCaller caller) {
        JsonNode method = methods().newMethod();
        AdminHttp http = caller.http(realm());
        TotpMethodEndpoints methods = methods().as(http);
        String id = id(method);

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
    void othersLearnNothing(RefusedCaller caller) {
        TotpMethodEndpoints methods = methods().as(caller.http(realm()));

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
        HttpReply preflight = Cors.preflight(realm().http().uri(methods().path()), "POST");

        assertEquals(200, preflight.status(), preflight::toString);
        assertEquals(Cors.ORIGIN, preflight.header("Access-Control-Allow-Origin").orElse(null));
        AdminHttp admin = realm().newAdmin("realm-admin").http();
        HttpReply reply = admin.send("GET", methods().path(), null, "Origin", Cors.ORIGIN);
        assertEquals(Cors.ORIGIN, reply.header("Access-Control-Allow-Origin").orElse(null));
        assertEquals(200, reply.status(), reply::toString);
    }

    private static List<HttpReply> writes(TotpMethodEndpoints methods, String id, String body) {
        return List.of(methods.create(body), methods.update(id, body), methods.remove(id), methods.removeWithCredentials(id));
    }

    private static void assertRefused(RefusedCaller caller, HttpReply reply) {
        assertEquals(caller.status(), reply.status(), reply::toString);
    }
}
