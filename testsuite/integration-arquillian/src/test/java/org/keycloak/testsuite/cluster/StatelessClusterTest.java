package org.keycloak.testsuite.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.keycloak.testsuite.fixture.ChangeUnderTest;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * Two nodes that read users and used codes from the database each time.
 */
@DisabledIfSystemProperty(named = "keycloak.distribution", matches = ".*-26\\.[0-6]\\..*", disabledReason = "Keycloak can do it since 26.7")
class StatelessClusterTest extends AbstractClusterTest {

    @Deployment(testable = false)
    @TargetsContainer("stateless-cluster")
    public static Archive<?> change() {
        return ChangeUnderTest.archive();
    }

    /** Keycloak's own removal of a credential notifies nobody. */
    @Test
    void countsOfRemovedCredentialsDoNotPileUp() throws SQLException {
        TestUser user = guessedUser("maxValidationAttempts", 20, "lockAfter", 10);
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        int before = counted();
        for (int round = 1; round <= 4; round++) {
            Authenticator authenticator = Authenticator.scan(own.generate().field("keyUri"));
            String id = own.confirmCode(authenticator.code()).field("id");
            guess(3, user, authenticator);
            user.resource().removeCredential(id);

            assertEquals(before + 3, counted());
        }
        assertEquals(204, user.realm().http().delete(user.realm().name() + "/users/" + user.id()).status());
        assertEquals(before, counted());
    }

    /** Wrong codes expire one after the other, so the first slots may be free. */
    @Test
    void rightCodeForgetsWrongOnesBehindExpiredOnes() throws SQLException {
        TestUser user = guessedUser("maxValidationAttempts", 20, "lockAfter", 4);
        Authenticator authenticator = user.newTotp("{}");
        guess(3, user, authenticator);
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate("DELETE FROM single_use_object WHERE id LIKE '%:before-lock1' OR id LIKE '%:before-lock2'") >= 2);
        }

        assertGranted(user.login(authenticator.code()));

        guess(3, user, authenticator);
        assertEquals(List.of(), user.loginErrors("totp_locked"));
    }

    private static void guess(int times, TestUser user, Authenticator authenticator) {
        for (int guess = 1; guess <= times; guess++) {
            assertRefused(user.login(authenticator.wrongCode()));
        }
    }

    /** The number of wrong codes that are remembered, of all users. */
    private int counted() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM single_use_object WHERE id LIKE '%:before-lock%' AND notes LIKE '%wrong%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server().databaseUrl());
    }
}
