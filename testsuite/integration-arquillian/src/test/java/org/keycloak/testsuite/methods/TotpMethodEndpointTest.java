package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What an administrator does with methods.
 */
class TotpMethodEndpointTest extends AbstractTotpMethodTest {

    @Test
    void createsWithDefaults() {
        String name = name();

        HttpReply created = methods().create(Json.object("name", name, "issuer", "Acme"));

        assertEquals(201, created.status(), created::toString);
        assertEquals("", created.text());
        String location = created.header("Location").orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        assertEquals(realm().url() + "/admin/realms/" + methods().path(id), location);
        assertEquals(method(id, name, "Acme", 30, 32, 246, "HmacSHA1", 6, 1, 5, 0, 0), withoutCounter(methods().read(id)));
    }

    @Test
    void createsWithEachField() {
        String name = name();

        JsonNode method = methods().newMethod(Json.object("name", name, "issuer", "Ümläut: Ltd", "period", 60, "keySize", 64, "qrSize", 0,
                "algorithm", "HmacSHA512", "digits", 8, "skew", 0, "maxValidationAttempts", 3, "lockAfter", 10, "activateWithin", "14d"));

        assertEquals(method(id(method), name, "Ümläut: Ltd", 60, 64, 0, "HmacSHA512", 8, 0, 3, 10, 1209600), withoutCounter(method));
    }

    /** Some clients send each field of their class. A null is the same as an absent field. */
    @Test
    void nullIsAbsent() {
        JsonNode method = methods().newMethod(Json.object("name", name(), "issuer", "Acme", "period", null, "algorithm", null, "id", null));

        assertEquals(30, method.path("period").asInt());
        assertEquals("HmacSHA1", method.path("algorithm").asText());
    }

    @ParameterizedTest
    @CsvSource({"30s,30", "1m,60", "5m,300", "45,45"})
    void periodMayBeADuration(String written, int seconds) {
        JsonNode method = methods().newMethod(Json.object("name", name(), "issuer", "Acme", "period", written));

        assertTrue(method.path("period").isInt(), method::toString);
        assertEquals(seconds, method.path("period").asInt());
    }

    @ParameterizedTest
    @CsvSource({"SHA1,HmacSHA1", "SHA256,HmacSHA256", "SHA512,HmacSHA512", "HmacSHA256,HmacSHA256"})
    void algorithmMayBeShort(String written, String algorithm) {
        assertEquals(algorithm, methods().newMethod(Json.object("name", name(), "issuer", "Acme", "algorithm", written)).path("algorithm").asText());
    }

    @Test
    void updatesWhatIsNamedAndKeepsTheRest() {
        String id = methods().newMethod(Json.object("name", name(), "issuer", "Acme", "digits", 8, "lockAfter", 4, "activateWithin", 60)).path("id").asText();
        String name = name();

        assertEquals(204, methods().update(id, Json.object("name", name, "period", "1m", "skew", 0, "issuer", null)).status());

        assertEquals(method(id, name, "Acme", 60, 32, 246, "HmacSHA1", 8, 0, 5, 4, 60), withoutCounter(methods().read(id)));
    }

    @Test
    void updateWithNothingChangesNothing() {
        JsonNode before = methods().newMethod();

        assertEquals(204, methods().update(id(before), "{}").status());

        assertEquals(before, methods().read(id(before)));
    }

    @Test
    void replyCanBeSentBack() {
        JsonNode before = methods().newMethod(Json.object("name", name(), "issuer", "Acme", "algorithm", "SHA512", "period", 90));
        String id = id(before);

        assertEquals(204, methods().update(id, before.toString()).status());
        assertEquals(204, methods().update(id, Json.object("id", "another", "credentials", 99, "credentialCounter", 1)).status());

        assertEquals(before, methods().read(id));
    }

    /** An id is never taken from a request, so no id is used twice. */
    @Test
    void replyMakesAnotherMethodUnderAnotherName() {
        JsonNode first = methods().newMethod();

        JsonNode second = methods().newMethod(((ObjectNode) first.deepCopy()).put("name", name()).toString());

        assertTrue(!first.path("id").equals(second.path("id")) && !first.path("credentialCounter").equals(second.path("credentialCounter")));
    }

    @Test
    void removes() {
        String id = id(methods().newMethod());

        assertEquals(204, methods().remove(id).status());

        assertEquals(404, methods().get(id).status());
        assertEquals(404, methods().remove(id).status());
    }

    @Test
    void nameIsTaken() {
        String name = name(methods().newMethod());
        String other = id(methods().newMethod());

        assertTaken(methods().create(Json.object("name", name, "issuer", "Acme")));
        assertTaken(methods().update(other, Json.object("name", name)));
        assertTaken(methods().create(Json.object("name", other, "issuer", "Acme")));
    }

    @Test
    void namesThatLookAlikeAreOne() {
        String name = name();
        JsonNode method = methods().newMethod(Json.object("name", " " + name + "\u00a0", "issuer", "Acme"));
        assertEquals(name, name(method));
        String other = id(methods().newMethod());

        for (String same : List.of(name, name + " ", "\u00a0" + name, name.toUpperCase(Locale.ROOT), " M" + name.substring(1))) {
            assertTaken(methods().create(Json.object("name", same, "issuer", "Acme")));
            assertTaken(methods().update(other, Json.object("name", same)));
        }
        assertEquals(204, methods().update(id(method), Json.object("name", name.toUpperCase(Locale.ROOT) + " ")).status());
        assertEquals(name.toUpperCase(Locale.ROOT), methods().read(id(method)).path("name").asText());
    }

    @Test
    void nameOfAnotherRealmIsFree() {
        TotpMethodEndpoints elsewhere = TotpMethodEndpoints.of(TestRealm.create(server()));
        JsonNode method = methods().newMethod();

        assertEquals(201, elsewhere.create(Json.object("name", name(method), "issuer", "Acme")).status());
        assertEquals(404, elsewhere.get(id(method)).status());
        assertEquals(404, elsewhere.update(id(method), "{}").status());
        assertEquals(404, elsewhere.remove(id(method)).status());
    }

    @Test
    void whatIsNoMethodIsNotFound() {
        String key = realm().resource().components().query(null, "org.keycloak.keys.KeyProvider").get(0).getId();
        for (String id : List.of(UUID.randomUUID().toString(), name(methods().newMethod()), key)) {
            assertEquals(404, methods().get(id).status());
            assertEquals(404, methods().update(id, "{}").status());
            assertEquals(404, methods().remove(id).status());
        }
    }

    @Test
    void listsInTheOrderOfNames() {
        TotpMethodEndpoints own = TotpMethodEndpoints.of(TestRealm.create(server()));
        assertEquals(List.of(), own.names(""));
        for (String name : List.of("gate", "phone 1", "token", "Phone 2", "phone 3")) {
            own.newMethod(Json.object("name", name, "issuer", "Acme"));
        }

        assertEquals(List.of("Phone 2", "gate", "phone 1", "phone 3", "token"), own.names(""));
        assertEquals(List.of("Phone 2", "phone 1", "phone 3"), own.names("?search=PHONE"));
        assertEquals(List.of("phone 1"), own.names("?search=phone&first=1&max=1"));
        assertEquals(List.of("Phone 2", "gate"), own.names("?max=2"));
        assertEquals(List.of("token"), own.names("?first=4&max=10"));
        assertEquals(List.of(), own.names("?first=5"));
        assertEquals(List.of(), own.names("?max=0"));
        assertEquals(5, own.names("?first=-1&max=-1&search=").size());
        assertEquals(List.of(), own.names("?search=watch"));
    }

    private static void assertTaken(HttpReply reply) {
        assertEquals(409, reply.status(), reply::toString);
        assertEquals("Invalid name. The realm has a TOTP method of this name or id already.", reply.errorMessage());
    }

    private static JsonNode withoutCounter(JsonNode method) {
        assertTrue(method.path("credentialCounter").asInt() >= 1 << 20, method::toString);
        return ((ObjectNode) method.deepCopy()).without("credentialCounter");
    }

    private static JsonNode method(String id, String name, String issuer, int period, int keySize, int qrSize, String algorithm, int digits, int skew,
            int maxValidationAttempts, int lockAfter, int activateWithin) {
        return Json.parse(Json.object("id", id, "name", name, "issuer", issuer, "period", period, "keySize", keySize, "qrSize", qrSize,
                "algorithm", algorithm, "digits", digits, "skew", skew, "maxValidationAttempts", maxValidationAttempts, "lockAfter", lockAfter,
                "activateWithin", activateWithin, "credentials", 0), JsonNode.class);
    }
}
