package org.keycloak.testsuite.admin;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Well-formed requests that may be in conflict with what the user is or has.
 */
class ConflictTest extends AbstractTotpTest {

    /** A label is taken within its type only, as in Keycloak's own flows. */
    @Test
    void labelOfAnotherTypeIsFree() {
        TestUser user = newUser();
        labelPassword(user, "My Phone");

        HttpReply reply = user.totp().create(Json.object("userLabel", "My Phone"));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals("My Phone", user.otpCredentials().get(0).getUserLabel());
    }

    @Test
    void anotherUsersLabelIsFree() {
        labelPassword(newUser(), "Phone");

        HttpReply reply = newUser().totp().create(Json.object("userLabel", "Phone"));

        assertEquals(200, reply.status(), reply::toString);
    }

    @Test
    void serviceAccountHasNoAuthenticator() {
        TestUser account = realm().newServiceAccount();

        HttpReply reply = account.totp().create();

        assertEquals(400, reply.status(), reply::toString);
        assertFalse(reply.errorMessage().isBlank());
        assertTrue(account.resource().credentials().isEmpty());
    }

    @Test
    void disabledUserCanBeGivenOneForLater() {
        TestUser user = realm().newUser(it -> it.setEnabled(false));

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(1, user.otpCredentials().size());
    }

    /** The label of a credential that is no authenticator. */
    private static void labelPassword(TestUser user, String label) {
        user.resource().setCredentialUserLabel(user.credentialIds("password").get(0), label);
    }
}
