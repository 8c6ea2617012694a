package org.keycloak.testsuite.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.Tokens;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Users may if Keycloak's account API lets them change something, and if their login is as recent as Keycloak asks for.
 */
class OwnTotpRightsTest extends AbstractOwnTotpTest {

    private static final String SECRET = "a secret of the client's";

    @Test
    void tokenIsAskedFor() {
        assertAsBeside(401, OwnTotpEndpoints.withToken(realm(), null));
        assertAsBeside(401, OwnTotpEndpoints.withToken(realm(), "garbage"));
        assertAsBeside(401, OwnTotpEndpoints.withToken(realm(), Tokens.forged(newUser().login().field("access_token"))));
    }

    @Test
    void tokenOfAnotherRealmIsRefused() {
        TestRealm other = TestRealm.create(server());

        assertAsBeside(401, OwnTotpEndpoints.withToken(realm(), other.newUser().login().field("access_token")));
    }

    @Test
    void unknownRealmIsNotFound() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());

        assertAsBeside(404, new OwnTotpEndpoints(own.account().resolve("../../no-such-realm/account/"), own.token()));
    }

    @Test
    void audienceOfAnotherIsRefused() {
        String client = realm().newClient(it -> it.setFullScopeAllowed(false));

        assertAsBeside(401, own(newUser(), client));
    }

    @Test
    void roleIsAskedFor() {
        TestUser user = newUser();
        RoleRepresentation everything = realm().resource().rolesById().getRole(realm().resource().toRepresentation().getDefaultRole().getId());
        user.resource().roles().realmLevel().remove(List.of(everything));
        String account = realm().resource().clients().findByClientId("account").get(0).getId();
        user.resource().roles().clientLevel(account).add(List.of(realm().resource().clients().get(account).roles().get("view-profile").toRepresentation()));
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);

        assertEquals(200, own.beside().status());
        assertEquals(403, own.generate().status());
        assertEquals(403, own.confirmCode("123456").status());
        assertEquals(403, own.generate("{").status());
    }

    @Test
    void serviceAccountIsRefused() {
        String client = realm().newClient(it -> {
            it.setPublicClient(false);
            it.setServiceAccountsEnabled(true);
            it.setSecret(SECRET);
        });
        HttpReply token = realm().token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", SECRET));

        assertAsBeside(401, OwnTotpEndpoints.withToken(realm(), token.field("access_token")));
    }

    @Test
    void lightweightTokenWillDo() {
        String client = realm().newClient(it -> it.setAttributes(Map.of("client.use.lightweight.access.token.enabled", "true")));
        OwnTotpEndpoints own = own(newUser(), client);

        assertEquals(200, own.beside().status());
        assertConfirmed(own.confirmCode(generate(own).code()));
    }

    @Test
    void clientOfTheAccountConsoleMustBeThere() {
        TestRealm realm = TestRealm.create(server());
        OwnTotpEndpoints own = OwnTotpEndpoints.of(realm.newUser());
        ClientRepresentation account = realm.resource().clients().findByClientId("account").get(0);
        account.setEnabled(false);
        realm.resource().clients().get(account.getId()).update(account);

        assertAsBeside(404, own);
    }

    @Test
    void disabledActionIsNotForUsers() {
        TestRealm realm = TestRealm.create(server());
        new Flows(realm).setActionEnabled(false);

        assertEquals(403, OwnTotpEndpoints.of(realm.newUser()).generate().status());
    }

    @Test
    void oldLoginIsRefusedAsInRfc9470() {
        TestRealm realm = realmWithMaxAuthAge(2);
        TestUser user = realm.newUser();
        HttpReply login = user.login();
        OwnTotpEndpoints own = OwnTotpEndpoints.withToken(realm, login.field("access_token"));
        String code = generate(own).code();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(4));

        assertTooOld(2, own);
        assertEquals(200, own.beside().status());
        // A refresh is no login, however new its token is.
        HttpReply refreshed = realm.token(Map.of("grant_type", "refresh_token", "client_id", TestRealm.CLIENT, "refresh_token", login.field("refresh_token")));
        assertTooOld(2, OwnTotpEndpoints.withToken(realm, refreshed.field("access_token")));
        // The user who knows the code has seen the secret.
        assertConfirmed(own.confirmCode(code));
    }

    @Test
    void noLoginWillDoWhereEachActionAsksForOne() {
        HttpReply reply = OwnTotpEndpoints.of(realmWithMaxAuthAge(0).newUser()).generate();

        assertEquals(403, reply.status(), reply::toString);
        assertTrue(reply.header("WWW-Authenticate").isEmpty(), "no login that the client asks for would do");
        assertEquals("The realm asks for a login each time. Set the authenticator up on the login page.", reply.errorMessage());
    }

    @Test
    void offlineTokenIsNoLogin() {
        TestUser user = newUser();
        HttpReply token = realm().token(Map.of("grant_type", "password", "client_id", TestRealm.CLIENT, "username", user.name(), "password", user.password(),
                "scope", "openid offline_access"));
        OwnTotpEndpoints own = OwnTotpEndpoints.withToken(realm(), token.field("access_token"));

        assertEquals(200, own.beside().status());
        assertTooOld(300, own);
    }

    private OwnTotpEndpoints own(TestUser user, String client) {
        HttpReply token = realm().token(Map.of("grant_type", "password", "client_id", client, "username", user.name(), "password", user.password()));
        assertEquals(200, token.status(), token::toString);
        return OwnTotpEndpoints.withToken(realm(), token.field("access_token"));
    }

    private TestRealm realmWithMaxAuthAge(int seconds) {
        TestRealm realm = TestRealm.create(server());
        new Flows(realm).configureAction("max_auth_age", seconds);
        return realm;
    }

    private static void assertTooOld(int maxAge, OwnTotpEndpoints own) {
        HttpReply reply = own.generate();
        assertEquals(401, reply.status(), reply::toString);
        String challenge = reply.header("WWW-Authenticate").orElseThrow();
        assertTrue(challenge.startsWith("Bearer error=\"insufficient_user_authentication\""), challenge);
        assertTrue(challenge.endsWith(", max_age=" + maxAge), challenge);
        assertFalse(reply.errorMessage().isBlank(), reply::toString);
    }

    /** The account API refuses the caller in the same way, whatever is sent. */
    private static void assertAsBeside(int status, OwnTotpEndpoints own) {
        HttpReply beside = own.beside();
        assertEquals(status, beside.status(), beside::toString);
        byte[] malformed = "{".getBytes(StandardCharsets.UTF_8);
        for (String path : List.of(OwnTotpEndpoints.GENERATE, OwnTotpEndpoints.CONFIRM)) {
            HttpReply reply = own.send("POST", path, malformed, "Content-Type", AdminHttp.JSON, "Accept", AdminHttp.JSON);
            assertEquals(status, reply.status(), reply::toString);
            assertEquals(beside.text(), reply.text());
        }
    }
}
