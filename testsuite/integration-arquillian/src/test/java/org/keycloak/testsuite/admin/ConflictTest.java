package org.keycloak.testsuite.admin;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Requests that are well-formed, for users who can't have what they ask for.
 */
class ConflictTest extends AbstractTotpTest {

    /** A label is taken within its type, as in Keycloak's own flows. */
    @Test
    void labelOfAnotherTypeIsFree() {
        TestUser user = newUser();
        PasswordLabel.set(user, "My Phone");

        HttpReply reply = user.totp().create(Json.object("userLabel", "My Phone"));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals("My Phone", user.otpCredentials().get(0).getUserLabel());
    }

    @Test
    void anotherUsersLabelIsFree() {
        PasswordLabel.set(newUser(), "Phone");

        HttpReply reply = newUser().totp().create(Json.object("userLabel", "Phone"));

        assertEquals(200, reply.status(), reply::toString);
    }

    @Test
    void serviceAccountHasNoAuthenticator() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("service");
        client.setServiceAccountsEnabled(true);
        client.setStandardFlowEnabled(false);
        try (Response created = realm().resource().clients().create(client)) {
            UserRepresentation account = realm().resource().clients().get(CreatedResponseUtil.getCreatedId(created)).getServiceAccountUser();

            HttpReply reply = new TotpEndpoints(realm().http(), realm().name(), account.getId()).create();

            assertEquals(400, reply.status(), reply::toString);
            assertFalse(reply.errorMessage().isBlank());
            assertTrue(realm().resource().users().get(account.getId()).credentials().isEmpty());
        }
    }

    @Test
    void disabledUserCanBeGivenOneForLater() {
        TestUser user = realm().newUser(it -> it.setEnabled(false));

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(1, user.otpCredentials().size());
    }
}
