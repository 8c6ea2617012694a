package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
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
 * What becomes of a method, and of its credentials, while it is in use.
 */
class TotpMethodUseTest extends AbstractTotpMethodTest {

    private static final int LOCK = 1 << 30;

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

    /** However whoever made the import writes JSON. */
    @Test
    void importedAndLockedCredentialsAreCounted() {
        JsonNode method = methods().newMethod();
        int counter = method.path("credentialCounter").asInt();
        newUser(credential("{\"subType\":\"totp\",\"digits\":6,\"counter\":" + counter + ",\"period\":30,\"algorithm\":\"HmacSHA1\"}"));
        newUser(credential("{\"subType\": \"totp\", \"digits\": 6, \"counter\": " + (counter | LOCK) + ", \"period\": 30, \"algorithm\": \"HmacSHA1\"}"));
        newUser(credential("{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\",\"counter\":" + counter + "}"));
        newUser(credential("{\"subType\":\"totp\",\"digits\":6,\"counter\":" + counter / 10 + ",\"period\":30,\"algorithm\":\"HmacSHA1\"}"));

        assertCredentials(3, method);
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
        CredentialRepresentation same = credential("{\"subType\":\"totp\",\"digits\":6,\"counter\":" + method.path("credentialCounter").asInt()
                + ",\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        TestUser elsewhere = TestRealm.shared(server()).newUser(same);

        assertCredentials(0, method);
        assertEquals(204, methods().removeWithCredentials(id(method)).status());

        assertEquals(1, elsewhere.otpCredentials().size());
    }

    /** Those whom Keycloak doesn't import have their credentials elsewhere in its database. */
    @Test
    void credentialsOfUsersOfAStorageAreCountedAndRemoved() {
        JsonNode method = methods().newMethod();
        assertEquals(204, methods().remove(id(method)).status());
        ComponentExportRepresentation component = new ComponentExportRepresentation();
        component.setId(id(method));
        component.setName(name(method));
        component.setProviderId(RealmMethods.PROVIDER_ID);
        component.getConfig().putSingle("issuer", "Acme");
        UserRepresentation user = new UserRepresentation();
        user.setId("f:" + UUID.randomUUID() + ":erika");
        user.setCredentials(List.of(credential("{\"subType\":\"totp\",\"digits\":6,\"counter\":" + method.path("credentialCounter").asInt()
                + ",\"period\":30,\"algorithm\":\"HmacSHA1\"}")));
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
        AuthenticationManagementResource flows = realm().resource().flows();
        for (String entry : List.of("totpMethod", "defaultProvider")) {
            JsonNode method = methods().newMethod();
            String flow = "flow-" + UUID.randomUUID();
            String execution = newExecution(flows, flow);
            String config = configure(flows, execution, "config of " + flow, Map.of(entry, id(method)));

            assertInUse("the authenticator configuration config of " + flow + " of the flow " + flow, methods().remove(id(method)));

            flows.removeAuthenticatorConfig(config);
            assertEquals(204, methods().remove(id(method)).status());
        }
    }

    @Test
    void methodThatAFlowNamesStays() {
        AuthenticationManagementResource flows = realm().resource().flows();
        JsonNode method = methods().newMethod();
        String execution = newExecution(flows, "flow-" + UUID.randomUUID());
        String config = configure(flows, execution, "by name", Map.of("totpMethod", name(method)));

        assertInUse("the authenticator configuration by name", methods().remove(id(method)));
        assertInUse("the authenticator configuration by name", methods().update(id(method), Json.object("name", name())));

        flows.removeAuthenticatorConfig(config);
        assertEquals(204, methods().update(id(method), Json.object("name", name())).status());
        assertEquals(204, methods().remove(id(method)).status());
    }

    /** What else has the same text means something else. */
    @Test
    void nameInAnotherEntryIsNoReference() {
        AuthenticationManagementResource flows = realm().resource().flows();
        JsonNode method = methods().newMethod();
        configure(flows, newExecution(flows, "flow-" + UUID.randomUUID()), "another", Map.of("defaultProvider", name(method)));

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
        RealmRepresentation representation = realm.resource().toRepresentation();
        representation.getAttributes().put("totpDefaultMethod", name(method));
        realm.resource().update(representation);

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

    private static CredentialRepresentation credential(String data) {
        CredentialRepresentation credential = OtpCredentials.totp("imported", "12345678901234567890");
        credential.setCredentialData(data);
        return credential;
    }

    private static String newExecution(AuthenticationManagementResource flows, String alias) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flows.createFlow(flow).close();
        flows.addExecution(alias, Map.of("provider", "identity-provider-redirector"));
        return flows.getExecutions(alias).get(0).getId();
    }

    private static String configure(AuthenticationManagementResource flows, String execution, String alias, Map<String, String> entries) {
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias(alias);
        config.setConfig(entries);
        try (Response created = flows.newExecutionConfig(execution, config)) {
            return CreatedResponseUtil.getCreatedId(created);
        }
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

    private static String id(JsonNode method) {
        return method.path("id").asText();
    }

    private static String name(JsonNode method) {
        return method.path("name").asText();
    }

    private static String name() {
        return "method-" + UUID.randomUUID();
    }
}
