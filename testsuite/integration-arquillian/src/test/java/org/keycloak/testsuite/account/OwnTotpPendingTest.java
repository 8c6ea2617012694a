package org.keycloak.testsuite.account;

import java.util.List;

import org.keycloak.testsuite.fixture.Flows;
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
 * What happens between the two steps. A pending TOTP ends when the user gets an OTP or loses one, and when what the first step needed is
 * taken away.
 */
class OwnTotpPendingTest extends AbstractOwnTotpTest {

    @Test
    void administratorsOtpEndsIt() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator pending = generate(own);

        user.newTotp(Json.object("method", method()));

        assertEnded(own, pending);
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void replacementEndsIt() {
        String present = method();
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        user.newTotp(Json.object("method", present));
        Authenticator pending = generated(own.generate(Json.object("method", method())));

        user.newTotp(Json.object("method", present, "replaceExisting", true));

        assertEnded(own, pending);
    }

    @Test
    void removalEndsIt() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        user.newTotp(Json.object("method", method()));
        Authenticator pending = generated(own.generate(Json.object("method", method())));

        assertEquals(204, user.totp().remove().status());

        assertEnded(own, pending);
    }

    @Test
    void removalFromAUserWithoutAnOtpEndsIt() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator pending = generate(own);

        assertEquals(204, user.totp().remove().status());

        assertEnded(own, pending);
    }

    @Test
    void keycloaksOwnRemovalEndsIt() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        user.newTotp(Json.object("method", method()));
        Authenticator pending = generated(own.generate(Json.object("method", method())));

        user.resource().removeCredential(user.otpCredentials().get(0).getId());

        assertEnded(own, pending);
    }

    /** The user has the same OTPs as before. */
    @Test
    void otpThatCameAndWentEndsIt() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator pending = generate(own);

        user.newTotp("{}");
        user.resource().removeCredential(user.otpCredentials().get(0).getId());

        assertEnded(own, pending);
    }

    @Test
    void labelPlaceAndLockAreNoOtherOtp() {
        String present = new RealmMethods(realm()).addAny("lockAfter", "2", "maxValidationAttempts", "10");
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", present));
        OwnTotpEndpoints own = OwnTotpEndpoints.withToken(realm(), user.login(authenticator.code()).field("access_token"));
        Authenticator pending = generated(own.generate(Json.object("method", method())));

        String id = user.otpCredentials().get(0).getId();
        HttpReply label = user.totp().label(id, "phone");
        assertEquals(204, label.status(), label::toString);
        user.resource().moveCredentialToFirst(id);
        for (int guess = 0; guess < 2; guess++) {
            user.login(authenticator.wrongCode());
        }
        assertEquals("false", user.totp().verifyCode(authenticator.code()).field("valid"));

        assertConfirmed(own.confirmCode(pending.code()));
    }

    @Test
    void disabledActionEndsTheSetup() {
        TestRealm realm = TestRealm.create(server());
        OwnTotpEndpoints own = OwnTotpEndpoints.of(realm.newUser());
        Authenticator pending = generate(own);
        Flows flows = new Flows(realm);

        flows.setActionEnabled(false);
        HttpReply refused = own.confirmCode(pending.code());

        assertEquals(403, refused.status(), refused::toString);
        assertEquals("The realm doesn't let users perform the action CONFIGURE_TOTP.", refused.errorMessage());
        flows.setActionEnabled(true);
        assertConfirmed(own.confirmCode(pending.code()));
    }

    @Test
    void loggedOutSessionConfirmsNothing() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator pending = generate(own);

        user.resource().logout();

        HttpReply refused = own.confirmCode(pending.code());
        assertEquals(401, refused.status(), refused::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }

    /**
     * The option is of Keycloak's setup page, which does the same. An administrator who creates a TOTP creates the codes as well, if they
     * are wanted.
     */
    @Test
    void recoveryCodesAreAskedForWhereTheActionSaysSo() {
        TestRealm realm = TestRealm.create(server());
        Flows flows = new Flows(realm);
        flows.configureAction("add-recovery-codes", true);
        assertEquals(List.of(), actionsAfterConfirmation(realm.newUser()), "no flow takes them");
        flows.set("browser", Flows.ALTERNATIVE, "auth-recovery-authn-code-form");

        assertEquals(List.of("CONFIGURE_RECOVERY_AUTHN_CODES"), actionsAfterConfirmation(realm.newUser()));
        TestUser created = realm.newUser();
        created.newTotp("{}");
        assertEquals(List.of(), created.requiredActions());
        TestUser withCodes = realm.newUser();
        withCodes.newRecoveryCodes("{}");
        assertEquals(List.of(), actionsAfterConfirmation(withCodes));

        flows.setFlowAround("browser", Flows.DISABLED, "auth-recovery-authn-code-form");
        assertEquals(List.of(), actionsAfterConfirmation(realm.newUser()), "the flow around it is disabled");
        flows.setFlowAround("browser", Flows.CONDITIONAL, "auth-recovery-authn-code-form");
        flows.setActionEnabled("CONFIGURE_RECOVERY_AUTHN_CODES", false);
        assertEquals(List.of(), actionsAfterConfirmation(realm.newUser()), "the action is disabled");
        flows.setActionEnabled("CONFIGURE_RECOVERY_AUTHN_CODES", true);
        flows.configureAction("add-recovery-codes", false);
        assertEquals(List.of(), actionsAfterConfirmation(realm.newUser()));
    }

    private static List<String> actionsAfterConfirmation(TestUser user) {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        assertConfirmed(own.confirmCode(generate(own).code()));
        return user.requiredActions();
    }

    private String method() {
        return new RealmMethods(realm()).addAny();
    }

    private static void assertEnded(OwnTotpEndpoints own, Authenticator pending) {
        assertRefused(NONE_PENDING, own.confirmCode(pending.code()));
    }
}
