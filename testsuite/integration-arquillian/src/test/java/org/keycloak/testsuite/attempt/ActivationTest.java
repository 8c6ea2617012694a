package org.keycloak.testsuite.attempt;

import java.time.Duration;
import java.util.List;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertNotValid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A TOTP from an administrator must be used for the first time within {@code activateWithin} of its method. The TOTPs of these users were
 * created two hours ago.
 */
class ActivationTest extends AbstractAttemptTest {

    private static final String SECRET = "12345678901234567890";
    private static final Duration AGE = Duration.ofHours(2);

    private Authenticator authenticator;

    @BeforeEach
    void forgetWhatCodesWereGiven() {
        authenticator = Authenticator.of(SECRET);
    }

    @Test
    void expiredTotpRefusesEachCodeAndSaysWhy() {
        TestUser user = userOf(method("1h"));

        assertRefused(user.login(authenticator.code()));
        assertNotValid("expired", user.totp().verifyCode(authenticator.code()));
        assertNotValid("expired", user.totp().verifyCode(authenticator.wrongCode()));

        List<EventRepresentation> events = user.loginErrors("totp_expired");
        assertEquals(3, events.size());
        assertEquals("activateWithin", events.get(0).getDetails().get("limit"));
        assertEquals(user.otpIds().get(0), events.get(0).getDetails().get("credential_id"));
        assertEquals("expired", CredentialEvents.of(user, "verify-totp").get(0).path("details").path("reason").asText());
    }

    @Test
    void passwordAloneIsNotEnough() {
        TestUser user = userOf(method("1h"));

        assertRefused(user.login());

        assertTrue(user.resource().toRepresentation().isTotp());
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void expiredTotpCountsNoGuesses() {
        String method = method("1h", "lockAfter", 1, "maxValidationAttempts", 1);
        TestUser user = userOf(method);
        guess(3, user, authenticator);

        update(method, "activateWithin", "3h");

        assertGranted(user.login(authenticator.code()));
        assertTrue(user.loginErrors("totp_locked").isEmpty() && user.loginErrors("totp_attempts_exceeded").isEmpty());
    }

    @Test
    void presentValueOfTheMethodCounts() {
        String method = method("1h");
        TestUser late = userOf(method);
        TestUser inTime = userOf(method);
        String code = authenticator.code();
        assertNotValid("expired", late.totp().verifyCode(code));

        update(method, "activateWithin", "3h");
        assertValid(inTime.totp().verifyCode(code));
        update(method, "activateWithin", "60");

        assertNotValid("expired", late.totp().verifyCode(code));
        assertValid(inTime.totp().verifyCode(authenticator.code()));
    }

    @Test
    void unlimitedMethodHasNoDeadline() {
        assertValid(userOf(method("0")).totp().verifyCode(authenticator.code()));
    }

    @Test
    void removedMethodHasNoDeadline() {
        String method = method("1h");
        TestUser user = userOf(method);

        TotpMethodEndpoints.of(realm()).remove(id(method));

        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void totpOfNoMethodHasNotTheDeadlineOfTheDefaultMethod() {
        TestUser user = RealmMethods.realmWithDefault(server(), "activateWithin", "1h").newUser(totp(OtpData.UNUSED_OF_NO_METHOD));

        assertValid(user.totp().verifyCode(authenticator.code()));
        assertEquals(0, OtpData.of(user.otpCredentials().get(0)).counter());
    }

    @Test
    void totpWithoutADateHasNoDeadline() {
        CredentialRepresentation undated = totp(unusedOf(method("1h")));
        undated.setCreatedDate(null);

        assertGranted(realm().newUser(undated).login(authenticator.code()));
    }

    @Test
    void usedTotpDoesNotExpire() {
        TestUser user = realm().newUser(totp(-unusedOf(method("1h"))));

        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void expiryIsGraverThanALock() {
        TestUser user = realm().newUser(totp(unusedOf(method("1h")) - (1 << 30)));

        assertNotValid("expired", user.totp().verifyCode(authenticator.code()));
        assertEquals(204, user.totp().unlock().status());
        assertNotValid("expired", user.totp().verifyCode(authenticator.code()));
    }

    @Test
    void expiryIsTheReasonBesideAWrongCode() {
        TestUser user = userOf(method("1h"));
        Authenticator other = newTotp(user, method("1h"));

        assertNotValid("expired", user.totp().verifyCode(other.wrongCode()));
        assertValid(user.totp().verifyCode(other.code()));
    }

    @Test
    void newTotpTakesThePlaceOfAnExpiredOne() {
        String method = method("1h");
        TestUser user = userOf(method);
        newTotp(user, method("1h"));
        List<String> before = user.otpIds();

        HttpReply created = user.totp().create(Json.object("method", method));

        assertEquals(200, created.status(), created::toString);
        assertEquals(List.of(created.field("id"), before.get(1)), user.otpIds());
        CredentialEvents.assertIs(CredentialEvents.of(user, "credentials/" + before.get(0)).get(0),
                user, "credentials/" + before.get(0), before.get(0), "otp", "phone");
        assertGranted(user.login(Authenticator.scan(created.field("keyUri")).code()));
    }

    @Test
    void sameGoesForItsCredentialType() {
        String method = method("1h");
        TestUser user = userOf(method);

        HttpReply created = CredentialTypeEndpoints.of(user).create("otp", Json.object("method", method));

        assertEquals(201, created.status(), created::toString);
        assertEquals(List.of(created.field("id")), user.otpIds());
    }

    @Test
    void unusedTotpInTimeIsNotReplaced() {
        String method = method("3h");

        Refusals.assertUserHasTotp(userOf(method).totp().create(Json.object("method", method)));
    }

    @Test
    void expiredTotpOfAnotherMethodStays() {
        TestUser user = userOf(method("1h"));
        String expired = user.otpIds().get(0);

        assertEquals(200, user.totp().create(Json.object("method", method("1h"))).status());

        assertEquals(List.of(expired), user.otpIds().subList(0, 1));
        assertEquals(2, user.otpIds().size());
    }

    /** One without a method replaces all, so one that is good stands in its way. */
    @Test
    void expiredTotpStaysIfAnotherOneStandsInTheWay() {
        TestUser user = userOf(method("1h"));
        newTotp(user, method("1h"));
        List<String> before = user.otpIds();

        Refusals.assertUserHasTotp(user.totp().create());

        assertEquals(before, user.otpIds());
        assertTrue(CredentialEvents.of(user, "credentials/" + before.get(0)).isEmpty());
    }

    private String method(String activateWithin, Object... more) {
        String method = method(more);
        update(method, "activateWithin", activateWithin);
        return method;
    }

    private void update(String method, Object... config) {
        new RealmMethods(realm()).update(id(method), config);
    }

    private String id(String method) {
        return realm().resource().components().query(null, RealmMethods.PROVIDER_TYPE, method).get(0).getId();
    }

    private TestUser userOf(String method) {
        return realm().newUser(totp(unusedOf(method)));
    }

    private int unusedOf(String method) {
        return -TotpMethodEndpoints.of(realm()).read(id(method)).path("credentialCounter").asInt();
    }

    private static CredentialRepresentation totp(int counter) {
        CredentialRepresentation totp = OtpCredentials.totp("phone", SECRET, counter);
        totp.setCreatedDate(System.currentTimeMillis() - AGE.toMillis());
        return totp;
    }
}
