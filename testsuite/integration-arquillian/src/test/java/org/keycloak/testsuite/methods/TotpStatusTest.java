package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.UUID;

import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.keycloak.testsuite.fixture.Verifications.assertNotValid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * What an administrator is told of a user's TOTPs: the method of each, whether it is locked, and why a code was refused.
 */
class TotpStatusTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        TestRealm realm = TestRealm.create(server());
        new RealmMethods(realm).add("phones", "issuer", "Acme", "maxValidationAttempts", 1);
        new RealmMethods(realm).add("tokens", "issuer", "Acme", "algorithm", "SHA256", "digits", 8, "period", 60, "lockAfter", 1);
        return realm;
    }

    @Test
    void showsMethodAndLock() {
        TestUser user = realm().newUser(OtpCredentials.hotp("counter", "12345678901234567890"), OtpCredentials.totp("old", "12345678901234567890"));
        user.newTotp(Json.object("method", "phones", "userLabel", "Phone"));
        Authenticator token = user.newTotp(Json.object("method", "tokens"));
        user.totp().verify(Json.object("code", token.wrongCode(), "method", "tokens"));

        List<UserTotpStatusRepresentation.Totp> totps = user.totpClient().totpStatus().getTotps();

        assertEquals(List.of("old", "Phone"), totps.stream().limit(2).map(UserTotpStatusRepresentation.Totp::getUserLabel).toList());
        UserTotpStatusRepresentation.Totp locked = totps.get(2);
        assertEquals(user.otpCredentials().get(3).getId(), locked.getId());
        assertEquals(user.otpCredentials().get(3).getCreatedDate(), locked.getCreatedDate());
        assertEquals(List.of("tokens", "HmacSHA256", 8, 60, true),
                List.of(locked.getMethod(), locked.getAlgorithm(), locked.getDigits(), locked.getPeriod(), locked.isLocked()));
        assertEquals(List.of("phones", false), List.of(totps.get(1).getMethod(), totps.get(1).isLocked()));
        assertFalse(user.totp().status().json().path("totps").path(0).has("method"));

        assertEquals(204, user.totp().unlock().status());
        assertFalse(user.totpClient().totpStatus().getTotps().get(2).isLocked());
    }

    @Test
    void realmWithoutMethodsHasNoLock() {
        TestRealm stock = TestRealm.create(server());
        TestUser user = stock.newUser(OtpCredentials.totp("old", "12345678901234567890", (1 << 30) + 5_000_000));

        assertFalse(user.totpClient().totpStatus().getTotps().get(0).isLocked());
    }

    @Test
    void userWithoutATotpHasNone() {
        UserTotpStatusRepresentation status = newUser().totpClient().totpStatus();

        assertEquals("none", status.getStatus());
        assertEquals(List.of(), status.getTotps());
    }

    @Test
    void whoMayListCredentialsMaySeeIt() {
        TestUser user = newUser();
        for (TestUser caller : List.of(realm().newAdmin("view-users"), realm().newAdmin("manage-users"))) {
            assertMay(200, caller.http().withOneToken(), user);
        }
        for (TestUser caller : List.of(realm().newAdmin("query-users"), realm().newUser(), TestRealm.shared(server()).newAdmin("realm-admin"))) {
            assertMay(403, caller.http().withOneToken(), user);
        }
        assertMay(401, new AdminHttp(realm().url(), null), user);
    }

    private static void assertMay(int status, AdminHttp caller, TestUser user) {
        assertEquals(status, user.totp().as(caller).status().status());
        for (String id : List.of(user.id(), UUID.randomUUID().toString())) {
            String path = user.realm().name() + "/users/" + id + "/";
            assertEquals(caller.get(path + "credentials").status(), caller.get(path + "totp-status").status(), path);
        }
    }

    @Test
    void refusalSaysWhyAndSoDoesItsEvent() {
        TestUser user = newUser();
        Authenticator phone = user.newTotp(Json.object("method", "phones"));
        Authenticator token = user.newTotp(Json.object("method", "tokens"));

        assertReason("invalid", user, phone.wrongCode(), "phones");
        assertReason("attempts_exceeded", user, phone.code(), "phones");
        assertReason("locked", user, token.wrongCode(), "tokens"); // this code locks it
        assertReason("locked", user, token.code(), "tokens");

        List<String> reasons = CredentialEvents.of(user, "verify-totp").stream()
                .map(event -> event.path("details").path("reason").asText()).sorted().toList();
        assertEquals(List.of("attempts_exceeded", "invalid", "locked", "locked"), reasons);
    }

    @Test
    void lockGoesBeforeOtherReasonsWhateverTheCodeIs() {
        TestUser user = newUser();
        user.newTotp(Json.object("method", "phones"));
        Authenticator token = user.newTotp(Json.object("method", "tokens"));
        assertReason("locked", user, token.wrongCode(), "tokens");

        for (String code : List.of(token.code(), token.wrongCode())) {
            assertNotValid("locked", user.totp().verifyCode(code));
        }
    }

    @Test
    void acceptedCodeHasNoReason() {
        TestUser user = newUser();
        Authenticator phone = user.newTotp(Json.object("method", "phones"));

        HttpReply reply = user.totp().verifyCode(phone.code());

        assertValid(reply);
        assertFalse(reply.json().has("reason"));
    }

    private static void assertReason(String reason, TestUser user, String code, String method) {
        assertNotValid(reason, user.totp().verify(Json.object("code", code, "method", method)));
    }
}
