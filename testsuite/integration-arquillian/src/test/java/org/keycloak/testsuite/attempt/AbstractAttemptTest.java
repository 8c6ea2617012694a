package org.keycloak.testsuite.attempt;

import java.util.List;
import java.util.Map;

import org.keycloak.events.EventType;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * Guesses in a realm that records its users' logins.
 */
abstract class AbstractAttemptTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server(), AbstractAttemptTest::record);
    }

    /** One with a default method, which is still to be made. */
    protected TestRealm realmWithDefaultMethod(String name) {
        return TestRealm.create(server(), it -> {
            record(it);
            it.setAttributes(Map.of("totpDefaultMethod", name));
        });
    }

    private static void record(RealmRepresentation realm) {
        realm.setEventsEnabled(true);
        realm.setEnabledEventTypes(List.of(EventType.LOGIN.name(), EventType.LOGIN_ERROR.name()));
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
