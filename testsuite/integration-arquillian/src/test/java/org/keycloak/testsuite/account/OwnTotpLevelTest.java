package org.keycloak.testsuite.account;

import java.util.Map;
import java.util.function.Predicate;

import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * In a realm whose login page asks for an OTP at the second level, as Keycloak's step-up authentication has it: a login of the first level
 * gives nobody another way to the second.
 */
class OwnTotpLevelTest extends AbstractOwnTotpTest {

    private static final String FLOW = "levels";

    @Test
    void secondFactorIsAskedOfWhoHasOne() {
        TestRealm realm = realmWithLevels();
        String method = Json.object("method", new RealmMethods(realm).addAny());
        TestUser user = realm.newUser();
        Authenticator present = user.newTotp("{}");
        OwnTotpEndpoints own = OwnTotpEndpoints.withToken(realm, user.login(present.code()).field("access_token"));

        HttpReply reply = own.generate(method);

        assertEquals(401, reply.status(), reply::toString);
        String challenge = reply.header("WWW-Authenticate").orElseThrow();
        assertTrue(challenge.startsWith("Bearer error=\"insufficient_user_authentication\""), challenge);
        assertTrue(challenge.endsWith(", acr_values=\"2\""), challenge);
        assertEquals(200, own.beside().status());
        String credential = user.otpCredentials().get(0).getId();
        HttpReply removal = own.send("DELETE", OwnTotpEndpoints.BESIDE + "/" + credential, null, "Content-Type", AdminHttp.JSON);
        assertEquals(403, removal.status(), "as Keycloak has it for removing one");
    }

    @Test
    void firstOneIsSetUpWithoutOne() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(realmWithLevels().newUser());

        assertConfirmed(own.confirmCode(generate(own).code()));
    }

    private TestRealm realmWithLevels() {
        TestRealm realm = TestRealm.create(server(), it -> {
        });
        AuthenticationManagementResource flows = realm.resource().flows();
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(FLOW);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flows.createFlow(flow).close();
        addLevel(flows, 1, "auth-username-password-form");
        addLevel(flows, 2, "auth-otp-form");
        RealmRepresentation representation = realm.resource().toRepresentation();
        representation.setBrowserFlow(FLOW);
        realm.resource().update(representation);
        return realm;
    }

    private static void addLevel(AuthenticationManagementResource flows, int level, String authenticator) {
        String alias = FLOW + "-" + level;
        flows.addExecutionFlow(FLOW, Map.of("alias", alias, "type", "basic-flow", "provider", "registration-page-form"));
        set(flows, "CONDITIONAL", it -> alias.equals(it.getDisplayName()));
        String condition = addExecution(flows, alias, "conditional-level-of-authentication");
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias(alias);
        config.setConfig(Map.of("loa-condition-level", String.valueOf(level), "loa-max-age", "0"));
        flows.newExecutionConfig(condition, config).close();
        addExecution(flows, alias, authenticator);
    }

    private static String addExecution(AuthenticationManagementResource flows, String flow, String provider) {
        flows.addExecution(flow, Map.of("provider", provider));
        return set(flows, "REQUIRED", it -> provider.equals(it.getProviderId()));
    }

    private static String set(AuthenticationManagementResource flows, String requirement, Predicate<AuthenticationExecutionInfoRepresentation> which) {
        AuthenticationExecutionInfoRepresentation execution = flows.getExecutions(FLOW).stream().filter(which).reduce((former, latter) -> latter).orElseThrow();
        execution.setRequirement(requirement);
        flows.updateExecutions(FLOW, execution);
        return execution.getId();
    }
}
