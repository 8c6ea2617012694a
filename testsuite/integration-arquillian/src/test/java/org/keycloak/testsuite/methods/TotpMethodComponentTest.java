package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Methods that are made and removed as components: through Keycloak's own endpoint for components, an export and an import.
 */
class TotpMethodComponentTest extends AbstractTotpMethodTest {

    @Test
    void methodIsAComponentOfTheRealm() {
        JsonNode method = methods().newMethod(Json.object("name", name(), "issuer", "Acme", "algorithm", "SHA512", "period", "2m"));

        ComponentRepresentation component = realm().resource().components().component(id(method)).toRepresentation();

        assertEquals(name(method), component.getName());
        assertEquals(RealmMethods.PROVIDER_TYPE, component.getProviderType());
        assertEquals(RealmMethods.PROVIDER_ID, component.getProviderId());
        assertEquals(realm().resource().toRepresentation().getId(), component.getParentId());
        Map.of("issuer", "Acme", "period", "120", "keySize", "32", "qrSize", "246", "algorithm", "HmacSHA512", "digits", "6", "skew", "1",
                "maxValidationAttempts", "5", "lockAfter", "0", "activateWithin", "0").forEach((name, value) -> assertEquals(List.of(value), component.getConfig().get(name), name));
    }

    @Test
    void componentIsAMethod() {
        String name = name();

        HttpReply created = create(name, "issuer", "Acme", "period", "1m", "algorithm", "SHA256");

        assertEquals(201, created.status(), created::toString);
        JsonNode method = methods().list("?search=" + name).json().path(0);
        assertEquals(60, method.path("period").asInt());
        assertEquals("HmacSHA256", method.path("algorithm").asText());
        assertEquals(6, method.path("digits").asInt());
        String id = id(method);
        ComponentRepresentation component = realm().resource().components().component(id).toRepresentation();
        component.getConfig().putSingle("digits", "8");
        realm().resource().components().component(id).update(component);
        assertEquals(8, methods().read(id).path("digits").asInt());
        realm().resource().components().component(id).remove();
        assertEquals(404, methods().get(id).status());
    }

    @ParameterizedTest
    @CsvSource({"period,9", "period,2h", "keySize,19", "qrSize,99", "algorithm,MD5", "digits,7", "digits,x", "skew,2", "maxValidationAttempts,0", "lockAfter,101",
        "activateWithin,59"})
    void valueThatIsNotAllowed(String field, String value) {
        HttpReply created = create(name(), "issuer", "Acme", field, value);
        assertDescribed(400, "Invalid " + field + ". Allowed: ", created);

        JsonNode method = methods().newMethod();
        HttpReply updated = update(method, component -> component.getConfig().putSingle(field, value));
        assertDescribed(400, "Invalid " + field + ". Allowed: ", updated);
        assertEquals(method, methods().read(id(method)));

        HttpReply imported = importRealm(RealmMethods.exported(name(), "issuer", "Acme", field, value));
        assertEquals(400, imported.status(), imported::toString);
        assertTrue(imported.errorMessage().startsWith("Invalid " + field + ". Allowed: "), imported::toString);
    }

    @Test
    void whatIsNoMethod() {
        assertDescribed(400, "Invalid issuer.", create(name()));
        assertDescribed(400, "Invalid name.", create(null, "issuer", "Acme"));
        assertDescribed(400, "Invalid name.", create("x".repeat(256), "issuer", "Acme"));
        assertDescribed(400, "Unknown field", create("'{0}' {", "issuer", "Acme", "totpSecret", "12345678901234567890"));
        String key = realm().resource().components().query(null, "org.keycloak.keys.KeyProvider").get(0).getId();
        assertDescribed(400, "Invalid parentId.", update(methods().newMethod(), component -> component.setParentId(key)));
    }

    @Test
    void nameIsTaken() {
        JsonNode method = methods().newMethod();

        assertDescribed(409, "Invalid name.", create(name(method), "issuer", "Acme"));
        assertDescribed(409, "Invalid name.", update(methods().newMethod(), component -> component.setName(name(method))));
        for (UnaryOperator<String> alike : List.<UnaryOperator<String>>of(name -> name, name -> name + " ", name -> name.toUpperCase(Locale.ROOT))) {
            assertDescribed(409, "Invalid name.", create(alike.apply(name(method)), "issuer", "Acme"));
            String name = name();
            HttpReply imported = importRealm(RealmMethods.exported(name, "issuer", "Acme"), RealmMethods.exported(alike.apply(name), "issuer", "Acme"));
            assertEquals(409, imported.status(), imported::toString);
        }
    }

    @Test
    void methodInUseStays() {
        JsonNode method = methods().newMethod();
        setDefaultMethod(name(method));

        HttpReply removed = realm().http().delete(realm().name() + "/components/" + id(method));
        HttpReply renamed = update(method, component -> component.setName(name()));

        assertDescribed(400, "The TOTP method can't be removed. It is in use", removed);
        assertDescribed(400, "The TOTP method can't be renamed. It is in use", renamed);
        assertEquals(method, methods().read(id(method)));
        setDefaultMethod("");
    }

    /** A credential of the exported realm belongs to the same method in the imported one. */
    @Test
    void exportAndImportKeepMethods() {
        TestRealm first = TestRealm.create(server());
        JsonNode method = TotpMethodEndpoints.of(first).newMethod(Json.object("name", "phone", "issuer", "Acme", "digits", 8, "period", 60));
        HttpReply exported = first.http().send("POST", first.name() + "/partial-export", null);
        assertEquals(200, exported.status(), exported::toString);
        JsonNode component = exported.json().path("components").path(RealmMethods.PROVIDER_TYPE).path(0);
        assertEquals(method.path("id"), component.path("id"), exported::toString);
        assertEquals("phone", name(component));
        assertEquals("60", component.path("config").path("period").path(0).asText());
        assertEquals(204, first.http().delete(first.name()).status());

        TestRealm second = TestRealm.create(server(), realm -> realm.setComponents(components(Json.parse(component.toString(), ComponentExportRepresentation.class))));

        assertEquals(method, TotpMethodEndpoints.of(second).read(id(method)));
        TestUser user = second.newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", "phone"));
        assertEquals(8, authenticator.code().length());
        assertEquals(1, TotpMethodEndpoints.of(second).read(id(method)).path("credentials").asInt());
    }

    /** Keycloak's Java client is told what is wrong, too. */
    @Test
    void clientIsTold() {
        ComponentRepresentation component = realm().resource().components().component(id(methods().newMethod())).toRepresentation();
        component.getConfig().putSingle("skew", "5");

        WebApplicationException refused = assertThrows(WebApplicationException.class,
                () -> realm().resource().components().component(component.getId()).update(component));

        try (Response response = refused.getResponse()) {
            assertTrue(response.readEntity(String.class).contains("Invalid skew. Allowed: 0 or 1."));
        }
    }

    private HttpReply create(String name, Object... config) {
        return realm().http().post(realm().name() + "/components", Json.object("name", name, "providerType", RealmMethods.PROVIDER_TYPE,
                "providerId", RealmMethods.PROVIDER_ID, "config", RealmMethods.exported(name, config).getConfig()));
    }

    private HttpReply update(JsonNode method, Consumer<ComponentRepresentation> change) {
        String path = realm().name() + "/components/" + id(method);
        ComponentRepresentation component = Json.parse(realm().http().get(path).text(), ComponentRepresentation.class);
        change.accept(component);
        return realm().http().put(path, Json.object("id", component.getId(), "name", component.getName(), "providerType", component.getProviderType(),
                "providerId", component.getProviderId(), "parentId", component.getParentId(), "config", component.getConfig()));
    }

    private static MultivaluedHashMap<String, ComponentExportRepresentation> components(ComponentExportRepresentation... components) {
        MultivaluedHashMap<String, ComponentExportRepresentation> byType = new MultivaluedHashMap<>();
        byType.put(RealmMethods.PROVIDER_TYPE, List.of(components));
        return byType;
    }

    private HttpReply importRealm(ComponentExportRepresentation... components) {
        String json = Json.object("realm", "realm-" + UUID.randomUUID(), "components", components(components));
        return realm().http().post("", json);
    }

    private static void assertDescribed(int status, String beginning, HttpReply reply) {
        assertEquals(status, reply.status(), reply::toString);
        assertTrue(reply.field("error_description").startsWith(beginning), reply::toString);
    }
}
