package org.keycloak.testsuite.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.OtpChoice;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Users whom an administrator enrolled with a TOTP method. The policy of the realm is for HOTPs.
 */
class TotpMethodLoginTest extends AbstractBrowserTest {

    private static final String STAFF = Json.object("method", "staff", "userLabel", "work phone");
    private static final String VAULT = Json.object("method", "vault", "userLabel", "vault token");

    @Page
    private OtpChoice choice;

    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server(), it -> {
            TestRealm.setOtpPolicy(it, "hotp", "HmacSHA1", 6, 30);
            it.setEventsEnabled(true);
        });
        RealmMethods methods = new RealmMethods(created);
        methods.add("staff", "issuer", "ACME staff", "algorithm", "SHA512", "digits", 8, "period", 60);
        methods.add("vault", "issuer", "ACME vault");
        methods.add("strict", "issuer", "ACME", "period", 300, "maxValidationAttempts", 1);
        methods.add("locking", "issuer", "ACME", "lockAfter", 1);
        methods.add("timely", "issuer", "ACME", "activateWithin", "14d");
        return created;
    }

    @Test
    void codeOfTheMethodLogsIn() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(STAFF);
        OtpData data = OtpData.of(user.otpCredentials().get(0));
        assertEquals(List.of("totp", "HmacSHA512", 8, 60), List.of(data.subType(), data.algorithm(), data.digits(), data.period()));

        enterPassword(user);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        otpPage.enter(authenticator.wrongCode());
        assertEquals("Invalid authenticator code.", otpPage.error());
        assertEquals(data, OtpData.of(user.otpCredentials().get(0)), "unused");
        String code = authenticator.code();
        assertEquals(8, code.length());
        otpPage.enter(code);
        assertIn(user);
        assertEquals(-data.counter(), OtpData.of(user.otpCredentials().get(0)).counter(), "used");

        enterPassword(user);
        otpPage.enter(code);
        assertNotIn();
        otpPage.enter(authenticator.code());
        assertIn(user);
    }

    @Test
    void userOfTwoMethodsChooses() {
        TestUser user = newUser();
        Authenticator staff = user.newTotp(STAFF);
        Authenticator vault = user.newTotp(VAULT);

        enterPassword(user);
        assertEquals(Set.of("work phone", "vault token"), Set.copyOf(choice.labels()));
        choice.choose("vault token");
        otpPage.enter(staff.code());
        assertNotIn();
        choice.choose("vault token");
        otpPage.enter(vault.code());
        assertIn(user);

        enterPassword(user);
        choice.choose("work phone");
        otpPage.enter(staff.code());
        assertIn(user);
    }

    /** Even the right code looks wrong then: a guesser must not learn when to come back. */
    @Test
    void limitsLookLikeAWrongCode() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", "strict"));
        enterPassword(user);
        otpPage.enter(authenticator.wrongCode());
        String wrong = otpPage.error();

        otpPage.enter(authenticator.code());

        assertEquals(wrong, otpPage.error());
        assertEquals(1, user.loginErrors("totp_attempts_exceeded").size());
        unlock(user);
        otpPage.enter(authenticator.code());
        assertIn(user);
    }

    @Test
    void lockLooksLikeAWrongCode() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", "locking"));
        enterPassword(user);
        otpPage.enter(authenticator.wrongCode());
        String wrong = otpPage.error();

        enterPassword(user);
        otpPage.enter(authenticator.code());

        assertEquals(wrong, otpPage.error());
        assertEquals(2, user.loginErrors("totp_locked").size(), "the one that locked it, and the one after");
        unlock(user);
        otpPage.enter(authenticator.code());
        assertIn(user);
    }

    @Test
    void expiryLooksLikeAWrongCode() {
        TestUser created = newUser();
        created.newTotp(Json.object("method", "timely"));
        CredentialRepresentation old = OtpCredentials.totp("phone", "12345678901234567890", OtpData.of(created.otpCredentials().get(0)).counter());
        old.setCreatedDate(Instant.now().minus(Duration.ofDays(14)).toEpochMilli());
        TestUser user = realm().newUser(old);
        enterPassword(user);

        otpPage.enter(Authenticator.of("12345678901234567890").code());

        assertEquals("Invalid authenticator code.", otpPage.error());
        assertEquals(1, user.loginErrors("totp_expired").size());
    }

    private static void unlock(TestUser user) {
        assertEquals(204, user.totp().unlock().status());
    }
}
