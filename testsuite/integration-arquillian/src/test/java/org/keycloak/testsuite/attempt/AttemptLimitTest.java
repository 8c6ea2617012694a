package org.keycloak.testsuite.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Logins;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertInvalid;
import static org.keycloak.testsuite.fixture.Verifications.assertNotValid;

/**
 * At most {@code maxValidationAttempts} wrong codes are judged within a period.
 */
class AttemptLimitTest extends AbstractAttemptTest {

    private static final String EXCEEDED = "totp_attempts_exceeded";

    @Test
    void rightCodeIsRefusedAfterThreeWrongOnesUntilThePeriodIsOver() {
        String method = method("maxValidationAttempts", 3, "period", 10);
        TestUser user = newUser();
        TestUser other = newUser();
        Authenticator authenticator = newTotp(user, method);
        Authenticator others = newTotp(other, method);
        guess(3, user, authenticator);
        Instant last = Instant.now();

        assertRefused(user.login(authenticator.code()));

        assertGranted(other.login(others.code()));
        LockSupport.parkUntil(last.plus(Duration.ofSeconds(11)).toEpochMilli()); // there is no other way to see a period pass
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void userIsToldNothingAndTheAdministratorWhichLimit() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method("maxValidationAttempts", 1));
        HttpReply wrong = user.login(authenticator.wrongCode());

        HttpReply refused = user.login(authenticator.code());

        assertEquals(wrong.status() + wrong.text(), refused.status() + refused.text());
        assertEquals(2, user.loginErrors("invalid_user_credentials").size());
        List<EventRepresentation> exceeded = user.loginErrors(EXCEEDED);
        assertEquals(1, exceeded.size());
        assertEquals("maxValidationAttempts", exceeded.get(0).getDetails().get("limit"));
        assertEquals("otp", exceeded.get(0).getDetails().get("credential_type"));
        assertEquals(user.otpCredentials().get(0).getId(), exceeded.get(0).getDetails().get("credential_id"));
        assertEquals(TestRealm.CLIENT, exceeded.get(0).getClientId());
    }

    @Test
    void rightCodeResetsTheCount() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method("maxValidationAttempts", 2));
        guess(1, user, authenticator);
        assertGranted(user.login(authenticator.code()));
        guess(1, user, authenticator);
        assertGranted(user.login(authenticator.code()));
        guess(2, user, authenticator);

        assertTrue(user.loginErrors(EXCEEDED).isEmpty());
    }

    @Test
    void otherCredentialOfTheUserIsNotTouched() {
        TestUser user = newUser();
        Authenticator phone = newTotp(user, method("maxValidationAttempts", 1));
        Authenticator token = newTotp(user, method("maxValidationAttempts", 1));
        String tokenId = user.otpCredentials().get(1).getId();
        guess(1, user, phone); // a token request is judged by the user's first OTP

        assertRefused(user.login(phone.code()));
        assertEquals(tokenId, user.totp().verifyCode(token.code(), tokenId).field("id"));
    }

    @Test
    void rightCodeOfOneIsNoWrongAttemptOfAnother() {
        TestUser user = newUser();
        Authenticator phone = newTotp(user, method("maxValidationAttempts", 1));
        Authenticator token = newTotp(user, method("maxValidationAttempts", 1));

        assertEquals(user.otpCredentials().get(1).getId(), user.totp().verifyCode(token.code()).field("id"));

        assertGranted(user.login(phone.code()));
    }

    @Test
    void verifiedCodesAreAttemptsToo() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method("maxValidationAttempts", 2));

        assertInvalid(user.totp().verifyCode(authenticator.wrongCode()));
        guess(1, user, authenticator);

        assertNotValid("attempts_exceeded", user.totp().verifyCode(authenticator.code()));
        assertRefused(user.login(authenticator.code()));
        assertEquals(2, user.loginErrors(EXCEEDED).size());
    }

    @Test
    void usedCodeIsAWrongOne() {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method("maxValidationAttempts", 1));
        String code = authenticator.code();
        assertGranted(user.login(code));
        assertRefused(user.login(code));

        assertRefused(user.login(authenticator.code()));
        assertEquals(1, user.loginErrors(EXCEEDED).size());
    }

    @Test
    void threeOfManySimultaneousAttemptsAreJudged() throws Exception {
        TestUser user = newUser();
        Authenticator authenticator = newTotp(user, method("maxValidationAttempts", 3, "period", 120));
        Supplier<HttpReply> guess = () -> user.login(authenticator.wrongCode());

        Simultaneously.send(Stream.generate(() -> guess).limit(64).toList()).forEach(Logins::assertRefused);

        assertEquals(64, user.loginErrors("invalid_user_credentials").size());
        assertEquals(61, user.loginErrors(EXCEEDED).size());
    }

    @Test
    void credentialsWithoutAMethodHaveTheLimitsOfTheDefaultMethod() {
        TestRealm guarded = TestRealm.create(server(), it -> {
            it.setEventsEnabled(true);
            it.setAttributes(Map.of(RealmMethods.DEFAULT_METHOD, "phone"));
        });
        TestUser user = guarded.newUser(OtpCredentials.totp("old", "12345678901234567890"));
        TestUser hotpUser = guarded.newUser(OtpCredentials.hotp("token", "12345678901234567890"));
        assertRefused(user.login("000000"));
        assertRefused(user.login("000000"));
        assertTrue(user.loginErrors(EXCEEDED).isEmpty(), "the default method isn't there yet");
        new RealmMethods(guarded).add("phone", "issuer", "Acme", "maxValidationAttempts", 1);

        for (TestUser guessing : List.of(user, hotpUser)) {
            assertRefused(guessing.login("000000"));
            assertRefused(guessing.login("000000"));

            assertEquals(1, guessing.loginErrors(EXCEEDED).size());
        }
    }

    /** Brute force detection counts passwords and codes alike, and goes on counting all of them. */
    @Test
    void bruteForceDetectionGoesOn() {
        TestRealm protectedRealm = TestRealm.create(server(), it -> {
            it.setBruteForceProtected(true);
            it.setFailureFactor(30);
            it.setQuickLoginCheckMilliSeconds(0L);
        });
        TestUser user = protectedRealm.newUser();
        Authenticator authenticator = newTotp(user, new RealmMethods(protectedRealm).addAny("maxValidationAttempts", 1));
        IntSupplier failures = () -> (int) protectedRealm.resource().attackDetection().bruteForceUserStatus(user.id()).get("numFailures");

        for (int guess = 1; guess <= 4; guess++) { // one by one: Keycloak counts after the reply, in other threads
            assertRefused(user.login(authenticator.wrongCode()));
            Instant end = Instant.now().plusSeconds(30);
            while (failures.getAsInt() < guess && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            assertEquals(guess, failures.getAsInt());
        }
    }
}
