package org.keycloak.testsuite.federation;

import java.util.Map;

import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestOrganization;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Users who can log in and aren't in Keycloak's database.
 */
class UsersOfAllKindsTest extends AbstractTotpTest {

    /** A realm with what all these tests need. */
    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server(), it -> {
            it.setOrganizationsEnabled(true);
            it.setBruteForceProtected(true);
            it.setFailureFactor(1);
            it.setWaitIncrementSeconds(600);
        });
    }

    @Test
    void memberOfAnOrganizationGetsATotp() {
        TestUser user = newUser();
        TestOrganization.in(user.realm(), user);

        Authenticator authenticator = user.newTotp("{}");

        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void memberOfADisabledOrganizationGetsATotp() {
        TestUser user = newUser();
        OrganizationResource organization = TestOrganization.in(user.realm(), user).resource();
        OrganizationRepresentation disabled = organization.toRepresentation();
        disabled.setEnabled(false);
        organization.update(disabled).close();

        assertCreated(user);
    }

    @Test
    void disabledUserGetsATotpForWhenTheUserIsEnabled() {
        TestUser user = realm().newUser(it -> it.setEnabled(false));

        Authenticator authenticator = Authenticator.scan(assertCreated(user).field("keyUri"));

        UserRepresentation enabled = user.resource().toRepresentation();
        enabled.setEnabled(true);
        user.resource().update(enabled);
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void userWhoIsLockedOutGetsATotp() {
        TestUser user = newUser();
        lockOut(user);

        Authenticator authenticator = Authenticator.scan(assertCreated(user).field("keyUri"));

        assertTrue(isLockedOut(user), "the lock stays");
        user.realm().resource().attackDetection().clearBruteForceForUser(user.id());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void serviceAccountIsRefused() {
        TestUser user = realm().newServiceAccount();

        Refusals.assertExplained(user.totp().create());

        assertTrue(user.otpCredentials().isEmpty());
    }

    private static HttpReply assertCreated(TestUser user) {
        HttpReply reply = user.totp().create();
        assertEquals(200, reply.status(), reply::toString);
        assertEquals(1, user.otpCredentials().size());
        return reply;
    }

    /** The server counts failures after its reply. */
    private static void lockOut(TestUser user) {
        TestUser guesser = new TestUser(user.realm(), user.id(), user.name(), "a guess");
        for (int guess = 0; guess < 50 && !isLockedOut(user); guess++) {
            guesser.login();
        }
        assertTrue(isLockedOut(user));
    }

    private static boolean isLockedOut(TestUser user) {
        Map<String, Object> status = user.realm().resource().attackDetection().bruteForceUserStatus(user.id());
        return Boolean.TRUE.equals(status.get("disabled"));
    }
}
