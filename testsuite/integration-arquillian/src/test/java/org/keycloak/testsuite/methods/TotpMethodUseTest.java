package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * What may happen to a method and its credentials while the method is in use.
 */
class TotpMethodUseTest extends AbstractTotpMethodTest {

    private static final int LOCK = 1 << 30;
    private static final String AUTHENTICATOR = "identity-provider-redirector";

    @Test
    void credentialsAreCounted() {
        JsonNode method = methods().newMethod();
        JsonNode other = methods().newMethod();
        newUserWith(method);
        newUserWith(method);
        TestUser user = newUserWith(other);
        user.newTotp(Json.object("method", id(method)));
        newUser(OtpCredentials.totp("phone", "12345678901234567890"));

        assertCredentials(3, method);
        assertCredentials(1, other);
        user.totp().remove();
        assertCredentials(2, method);
        assertCredentials(0, other);
    }

    /** Whatever the JSON of an import looks like. */
    @Test
    void importedAndLockedCredentialsAreCounted() {
        JsonNode method = methods().newMethod();
        int counter = counter(method);
        newUser(imported(counter));
        newUser(imported("{\"subType\": \"totp\", \"digits\": 6, \"counter\": " + (counter | LOCK) + ", \"period\": 30, \"algorithm\": \"HmacSHA1\"}"));
        newUser(imported("{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\",\"counter\":" + counter + "}"));
        newUser(imported(-counter));
        newUser(imported(-(counter | LOCK)));
        newUser(imported(counter / 10));

        assertCredentials(5, method);
        assertEquals(204, methods().removeWithCredentials(id(method)).status());
    }

    @Test
    void credentialsOutliveTheirMethod() {
        JsonNode method = methods().newMethod(Json.object("name", name(), "issuer", "Acme", "digits", 8, "period", 60, "algorithm", "SHA512"));
        TestUser user = realm().newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", id(method)));

        assertEquals(204, methods().remove(id(method)).status());

        assertEquals(1, user.otpCredentials().size());
        assertRefused(user.login(authenticator.wrongCode()));
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void credentialsGoWithTheirMethodWhereThatIsAskedFor() {
        JsonNode method = methods().newMethod();
        JsonNode other = methods().newMethod();
        TestUser user = newUserWith(method);
        user.newTotp(Json.object("method", id(other)));
        TestUser withoutMethod = newUser(OtpCredentials.totp("phone", "12345678901234567890"));
        TestUser onlyThis = newUserWith(method);
        assertEquals(2, user.otpCredentials().size()); // in the cache now
        assertRefused(onlyThis.login());

        assertEquals(204, methods().removeWithCredentials(id(method)).status());

        assertEquals(1, user.otpCredentials().size());
        assertEquals(1, withoutMethod.otpCredentials().size());
        assertEquals(0, onlyThis.otpCredentials().size());
        assertGranted(onlyThis.login());
        assertRefused(user.login());
        assertCredentials(1, other);
    }

    @Test
    void credentialsOfAnotherRealmStay() {
        JsonNode method = methods().newMethod();
        TestUser elsewhere = TestRealm.shared(server()).newUser(imported(counter(method)));

        assertCredentials(0, method);
        assertEquals(204, methods().removeWithCredentials(id(method)).status());

        assertEquals(1, elsewhere.otpCredentials().size());
    }

    /** Keycloak doesn't import these users: their credentials are elsewhere in its database. */
    @Test
    void credentialsOfUsersOfAStorageAreCountedAndRemoved() {
        JsonNode method = methods().newMethod();
        assertEquals(204, methods().remove(id(method)).status());
        ComponentExportRepresentation component = RealmMethods.exported(name(method), "issuer", "Acme");
        component.setId(id(method));
        UserRepresentation user = new UserRepresentation();
        user.setId("f:" + UUID.randomUUID() + ":erika");
        user.setCredentials(List.of(imported(counter(method))));
        TestRealm realm = TestRealm.create(server(), it -> {
            it.setComponents(new MultivaluedHashMap<>(Map.of(RealmMethods.PROVIDER_TYPE, List.of(component))));
            it.setFederatedUsers(List.of(user));
        });
        TotpMethodEndpoints methods = TotpMethodEndpoints.of(realm);
        assertEquals(1, methods.read(id(method)).path("credentials").asInt());

        assertEquals(204, methods.removeWithCredentials(id(method)).status());

        HttpReply events = realm.http().get(realm.name() + "/admin-events?resourcePath=totp-methods/" + id(method));
        assertEquals("1", events.json().path(0).path("details").path("credentials").asText(), events::toString);
    }

    @Test
    void defaultMethodStays() {
        JsonNode method = methods().newMethod();
        TestUser user = newUserWith(method);
        for (String named : List.of(id(method), name(method))) {
            setDefaultMethod(named);

            assertInUse("the attribute totpDefaultMethod of the realm", methods().remove(id(method)));
            assertInUse("the attribute totpDefaultMethod of the realm", methods().removeWithCredentials(id(method)));

            assertEquals(1, user.otpCredentials().size());
        }
        setDefaultMethod("");
        assertEquals(204, methods().remove(id(method)).status());
    }

    @Test
    void methodOfAFlowStays() {
        for (String entry : List.of("totpMethod", "defaultProvider")) {
            JsonNode method = methods().newMethod();
            String flow = newFlow();
            String config = configure(flow, "config of " + flow, Map.of(entry, id(method)));

            assertInUse("the authenticator configuration config of " + flow + " of the flow " + flow, methods().remove(id(method)));

            realm().resource().flows().removeAuthenticatorConfig(config);
            assertEquals(204, methods().remove(id(method)).status());
        }
    }

    @Test
    void methodThatAFlowNamesStays() {
        JsonNode method = methods().newMethod();
        String config = configure(newFlow(), "by name", Map.of("totpMethod", name(method)));

        assertInUse("the authenticator configuration by name", methods().remove(id(method)));
        assertInUse("the authenticator configuration by name", methods().update(id(method), Json.object("name", name())));

        realm().resource().flows().removeAuthenticatorConfig(config);
        assertEquals(204, methods().update(id(method), Json.object("name", name())).status());
        assertEquals(204, methods().remove(id(method)).status());
    }

    /** Another entry with the same text means something else. */
    @Test
    void nameInAnotherEntryIsNoReference() {
        JsonNode method = methods().newMethod();
        configure(newFlow(), "another", Map.of("defaultProvider", name(method)));

        assertEquals(204, methods().remove(id(method)).status());
    }

    @Test
    void defaultMethodKeepsTheNameByWhichItIsTheDefault() {
        JsonNode method = methods().newMethod();
        setDefaultMethod(name(method));

        HttpReply renamed = methods().update(id(method), Json.object("name", name(), "digits", 8));

        assertInUse("the attribute totpDefaultMethod of the realm", renamed);
        assertEquals(method, methods().read(id(method)));
        assertEquals(204, methods().update(id(method), Json.object("name", name(method), "digits", 8)).status());
        setDefaultMethod(id(method));
        assertEquals(204, methods().update(id(method), Json.object("name", name())).status());
        setDefaultMethod("");
    }

    @Test
    void realmWithADefaultMethodCanBeRemoved() {
        TestRealm realm = TestRealm.create(server());
        TotpMethodEndpoints methods = TotpMethodEndpoints.of(realm);
        JsonNode method = methods.newMethod();
        new RealmMethods(realm).setDefault(name(method));

        assertEquals(204, realm.http().delete(realm.name()).status());
    }

    private TestUser newUserWith(JsonNode method) {
        TestUser user = realm().newUser();
        user.newTotp(Json.object("method", name(method)));
        return user;
    }

    private TestUser newUser(CredentialRepresentation credential) {
        return realm().newUser(credential);
    }

    private static CredentialRepresentation imported(int counter) {
        return OtpCredentials.totp("imported", "12345678901234567890", counter);
    }

    /** With its data as the text of some other program. */
    private static CredentialRepresentation imported(String data) {
        CredentialRepresentation credential = imported(0);
        credential.setCredentialData(data);
        return credential;
    }

    private static int counter(JsonNode method) {
        return method.path("credentialCounter").asInt();
    }

    private String newFlow() {
        String flow = "flow-" + UUID.randomUUID();
        new Flows(realm()).create(flow);
        new Flows(realm()).add(flow, AUTHENTICATOR, Flows.ALTERNATIVE);
        return flow;
    }

    private String configure(String flow, String alias, Map<String, String> entries) {
        return new Flows(realm()).configure(flow, AUTHENTICATOR, alias, entries);
    }

    private static void assertInUse(String reference, HttpReply reply) {
        assertEquals(409, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains("It is in use: " + reference), reply::toString);
    }

    private void assertCredentials(int number, JsonNode method) {
        assertEquals(number, methods().read(id(method)).path("credentials").asInt());
        assertEquals(number, methods().list("?search=" + name(method)).json().path(0).path("credentials").asInt());
        assertEquals(method, ((ObjectNode) methods().read(id(method))).put("credentials", 0));
    }
}
