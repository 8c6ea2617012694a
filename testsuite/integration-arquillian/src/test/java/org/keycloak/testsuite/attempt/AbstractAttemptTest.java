package org.keycloak.testsuite.attempt;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * Wrong codes in a realm that records its users' logins.
 */
abstract class AbstractAttemptTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server(), it -> it.setEventsEnabled(true));
    }

    protected String method(Object... namesAndValues) {
        return new RealmMethods(realm()).addAny(namesAndValues);
    }

    protected static Authenticator newTotp(TestUser user, String method) {
        return user.newTotp(Json.object("method", method));
    }

    protected static void guess(int times, TestUser user, Authenticator authenticator) {
        for (int guess = 1; guess <= times; guess++) {
            assertRefused(user.login(authenticator.wrongCode()));
        }
    }
}
