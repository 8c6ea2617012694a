package org.keycloak.testsuite.journey;

import java.util.List;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * Token requests with a password, for users who must use OTP. There is no page to set it up.
 */
class DirectGrantOtpTest extends AbstractTotpTest {

    private static final String FLOW = "direct grant with OTP";
    private static final String OTP = "direct-grant-validate-otp";

    @Test
    void refusedWhileConfigureOtpIsPending() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of(Flows.CONFIGURE_TOTP)));
        HttpReply pending = user.login();
        assertEquals("invalid_grant", pending.field("error"), pending::toString);
        assertEquals("Account is not fully set up", pending.field("error_description"));

        Authenticator authenticator = user.newTotp("{}");

        assertRefused(user.login());
        assertGranted(user.login(authenticator.code()));
    }

    /** Keycloak grants nothing then, but has no message for it: it answers with an internal error. */
    @Test
    void requiredOtpGrantsNothingToWhoHasNone() {
        TestRealm realm = TestRealm.create(server());
        Flows flows = new Flows(realm);
        flows.copy("direct grant", FLOW);
        flows.setFlowAround(FLOW, Flows.REQUIRED, OTP);
        flows.bind(RealmRepresentation::setDirectGrantFlow, FLOW);
        TestUser user = realm.newUser();
        assertNothingGranted(user.login());
        assertNothingGranted(user.login("123456"));

        Authenticator authenticator = user.newTotp("{}");

        assertRefused(user.login());
        assertRefused(user.login(authenticator.wrongCode()));
        assertGranted(user.login(authenticator.code()));
    }

    private static void assertNothingGranted(HttpReply reply) {
        assertTrue(reply.status() >= 400, reply::toString);
        assertFalse(reply.json().has("access_token"), reply::toString);
    }
}
