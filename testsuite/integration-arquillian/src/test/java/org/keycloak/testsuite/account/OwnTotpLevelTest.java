package org.keycloak.testsuite.account;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The login page of the realm asks for an OTP at the second level, as in Keycloak's step-up authentication. A login of the first level
 * gives nobody another way to the second. Our endpoints ask for the same level as the login page does before it shows its setup page.
 */
class OwnTotpLevelTest extends AbstractBrowserTest {

    private static final String FLOW = "levels";
    private static final String FORMS = "levels-forms";
    private static final String LEVEL = "conditional-level-of-authentication";
    private static final String PASSWORD = "auth-username-password-form";
    private static final String OTP = "auth-otp-form";

    @Override
    protected TestRealm newRealm() {
        return newRealm(3600);
    }

    @Test
    void firstOneIsSetUpWithoutOne() {
        TestUser user = newUser();
        logIn(user, TestRealm.CLIENT, "");
        OwnTotpEndpoints own = own(realm(), TestRealm.CLIENT);

        AbstractOwnTotpTest.assertConfirmed(own.confirmCode(AbstractOwnTotpTest.generate(own).code()));
    }

    @Test
    void secondFactorIsAskedOfWhoHasOne() {
        TestUser user = newUser();
        Authenticator present = user.newTotp("{}");
        logIn(user, TestRealm.CLIENT, "");
        OwnTotpEndpoints own = own(realm(), TestRealm.CLIENT);

        assertAsked(own);
        assertEquals(200, own.beside().status());
        String credential = user.otpCredentials().get(0).getId();
        HttpReply removal = own.send("DELETE", OwnTotpEndpoints.BESIDE + "/" + credential, null, "Content-Type", AdminHttp.JSON);
        assertEquals(403, removal.status(), "as Keycloak has it for removing one");

        openApplication(realm(), TestRealm.CLIENT, "&acr_values=2");
        otpPage.enter(present.code());
        assertNotAsked(own(realm(), TestRealm.CLIENT), TestRealm.CLIENT);
    }

    @Test
    void confirmationAsksForTheLevelToo() {
        TestUser user = newUser();
        Authenticator present = user.newTotp("{}");
        logIn(user, TestRealm.CLIENT, "&acr_values=2");
        otpPage.enter(present.code());
        OwnTotpEndpoints own = own(realm(), TestRealm.CLIENT);
        Authenticator pending = AbstractOwnTotpTest.generated(own.generate(method(realm())));
        logIn(user, TestRealm.CLIENT, "");
        OwnTotpEndpoints byPassword = own(realm(), TestRealm.CLIENT);

        assertEquals(401, byPassword.confirmCode(pending.code()).status());
        AbstractOwnTotpTest.assertConfirmed(own.confirmCode(pending.code()));
    }

    /** A client may give a level any name. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"1\":2}", "{\"1\":2,\"2\":3}", "{\"1\":3}", "{\"gold\":null}"})
    void clientsNamesForLevelsDontCount(String acrLoaMap) {
        TestUser user = newUser();
        user.newTotp("{}");
        String client = realm().newClient(it -> it.setAttributes(Map.of("acr.loa.map", acrLoaMap)));
        logIn(user, client, "");

        HttpReply reply = own(realm(), client).generate(method(realm()));

        assertEquals(401, reply.status(), reply::toString);
        beginOtpSetup(realm(), client);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
    }

    @Test
    void tokenNeedNotNameTheLevel() {
        TestUser user = newUser();
        Authenticator present = user.newTotp("{}");
        String client = realm().newClient(it -> it.setDefaultClientScopes(List.of("basic", "roles")));
        logIn(user, client, "&acr_values=2");
        otpPage.enter(present.code());
        HttpReply tokens = tokens(realm(), client);
        assertFalse(claims(tokens).has("acr"));

        assertNotAsked(own(realm(), tokens), client);
    }

    @Test
    void levelGrowsOld() {
        TestRealm realm = newRealm(2);
        String client = realm.newClient(it -> {
        });
        TestUser user = realm.newUser();
        Authenticator present = user.newTotp("{}");
        logIn(user, TestRealm.CLIENT, "&acr_values=2");
        otpPage.enter(present.code());
        HttpReply tokens = tokens(realm, TestRealm.CLIENT);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(4));
        assertAsked(realm, own(realm, tokens), TestRealm.CLIENT);

        // Another client logs in again, by password. The token of the first client doesn't change.
        openApplication(realm, client, "&prompt=login");
        loginPage.reauthenticate(user.password());
        tokens(realm, client);
        HttpReply refreshed = realm.token(Map.of("grant_type", "refresh_token", "client_id", TestRealm.CLIENT, "refresh_token", tokens.field("refresh_token")));
        assertEquals("2", claims(refreshed).path("acr").asText());
        assertAsked(realm, own(realm, refreshed), TestRealm.CLIENT);
    }

    @Test
    void levelOfNoAgeIsForTheLoginPage() {
        TestRealm realm = newRealm(0);
        TestUser user = realm.newUser();
        Authenticator present = user.newTotp("{}");
        logIn(user, TestRealm.CLIENT, "&acr_values=2");
        otpPage.enter(present.code());

        HttpReply reply = own(realm, TestRealm.CLIENT).generate(method(realm));

        assertEquals(403, reply.status(), reply::toString);
        assertTrue(reply.header("WWW-Authenticate").isEmpty(), "no login that the client asks for would be enough");
        assertEquals("The realm asks for a login of this level each time. Set the authenticator up on the login page.", reply.errorMessage());
    }

    @Test
    void directGrantHasNoLevel() {
        TestRealm realm = TestRealm.create(server());
        Flows flows = new Flows(realm);
        createFlow(flows);
        addLevel(flows, 1, 3600, PASSWORD, OTP);
        flows.bind(RealmRepresentation::setBrowserFlow, FLOW);
        flows.copy("direct grant", "direct grant by password");
        flows.setFlowAround("direct grant by password", Flows.DISABLED, "direct-grant-validate-otp");
        flows.bind(RealmRepresentation::setDirectGrantFlow, "direct grant by password");
        TestUser user = realm.newUser();
        user.newTotp("{}");

        HttpReply reply = OwnTotpEndpoints.of(user).generate(method(realm));

        assertEquals(401, reply.status(), reply::toString);
        assertTrue(reply.header("WWW-Authenticate").orElseThrow().endsWith(", acr_values=\"1\""), reply::toString);
        assertEquals("The login has no level, and one is needed for this. Log in on the login page.", reply.errorMessage());
        forgetCookies(realm);
        beginOtpSetup(realm);
        loginPage.login(user.name(), user.password());
        assertTrue(otpPage.isOpen(), browser::getPageSource);
    }

    /** The login page of that client follows the same flow. */
    @Test
    void clientsOwnFlowCounts() {
        TestRealm realm = newRealm(3600);
        new Flows(realm).bind(RealmRepresentation::setBrowserFlow, "browser");
        String levels = flowId(realm, FLOW);
        String client = realm.newClient(it -> it.setAuthenticationFlowBindingOverrides(Map.of("browser", levels)));
        TestUser user = realm.newUser();
        user.newTotp("{}");
        logIn(user, client, "");

        assertAsked(realm, own(realm, client), client);
    }

    /** Nobody logs in by that flow, so it is no way around the realm's flow. */
    @Test
    void flowOfAClientWithoutLoginPageDoesNotCount() {
        String weak = flowId(realm(), "browser");
        String client = realm().newClient(it -> {
            it.setStandardFlowEnabled(false);
            it.setDirectAccessGrantsEnabled(true);
            it.setAuthenticationFlowBindingOverrides(Map.of("browser", weak));
        });
        TestUser user = newUser();
        Authenticator present = user.newTotp("{}");
        HttpReply tokens = realm().token(Map.of("grant_type", "password", "client_id", client, "username", user.name(), "password", user.password(),
                "totp", present.code()));

        HttpReply reply = own(realm(), tokens).generate(method(realm()));

        assertEquals(401, reply.status(), reply::toString);
    }

    private void assertAsked(OwnTotpEndpoints own) {
        assertAsked(realm(), own, TestRealm.CLIENT);
    }

    private void assertAsked(TestRealm realm, OwnTotpEndpoints own, String client) {
        HttpReply reply = own.generate(method(realm));
        assertEquals(401, reply.status(), reply::toString);
        String challenge = reply.header("WWW-Authenticate").orElseThrow();
        assertTrue(challenge.startsWith("Bearer error=\"insufficient_user_authentication\""), challenge);
        assertTrue(challenge.endsWith(", acr_values=\"2\""), challenge);
        beginOtpSetup(realm, client);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
    }

    private void assertNotAsked(OwnTotpEndpoints own, String client) {
        HttpReply reply = own.generate(method(realm()));
        assertEquals(200, reply.status(), reply::toString);
        beginOtpSetup(realm(), client);
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
    }

    private OwnTotpEndpoints own(TestRealm realm, String client) {
        return own(realm, tokens(realm, client));
    }

    private static OwnTotpEndpoints own(TestRealm realm, HttpReply tokens) {
        return OwnTotpEndpoints.withToken(realm, tokens.field("access_token"));
    }

    private static JsonNode claims(HttpReply tokens) {
        return Json.parse(Base64.getUrlDecoder().decode(tokens.field("access_token").split("\\.")[1]));
    }

    private void logIn(TestUser user, String client, String more) {
        forgetCookies(user.realm());
        openApplication(user.realm(), client, more);
        loginPage.login(user.name(), user.password());
    }

    /** A request for a method of which the user has no TOTP yet. */
    private static String method(TestRealm realm) {
        return Json.object("method", new RealmMethods(realm).addAny());
    }

    /**
     * @param maxAge of the second level, in seconds
     */
    private TestRealm newRealm(int maxAge) {
        TestRealm created = TestRealm.create(server());
        Flows flows = new Flows(created);
        createFlow(flows);
        addLevel(flows, 1, 3600, PASSWORD);
        addLevel(flows, 2, maxAge, OTP);
        flows.bind(RealmRepresentation::setBrowserFlow, FLOW);
        return created;
    }

    private static void createFlow(Flows flows) {
        flows.create(FLOW);
        flows.add(FLOW, "auth-cookie", Flows.ALTERNATIVE);
        flows.addFlow(FLOW, FORMS, Flows.ALTERNATIVE);
    }

    private static void addLevel(Flows flows, int level, int maxAge, String... authenticators) {
        String alias = FLOW + "-" + level;
        flows.addFlow(FORMS, alias, Flows.CONDITIONAL);
        flows.add(alias, LEVEL, Flows.REQUIRED);
        flows.configure(alias, LEVEL, Map.of("loa-condition-level", String.valueOf(level), "loa-max-age", String.valueOf(maxAge)));
        for (String authenticator : authenticators) {
            flows.add(alias, authenticator, Flows.REQUIRED);
        }
    }

    private static String flowId(TestRealm realm, String alias) {
        return realm.resource().flows().getFlows().stream().filter(flow -> alias.equals(flow.getAlias())).findFirst().orElseThrow().getId();
    }
}
