package org.keycloak.testsuite.mariadb;

import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * The first things to work on MariaDB: a user has one TOTP, and its codes count once.
 */
class MariaDbTest extends AbstractMariaDbTest {

    /** Otherwise MariaDB would be a database like any other. */
    @Test
    void keycloakFindsACredentialUnderOtherSpellingsOfItsId() {
        TestUser user = newUser();
        user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();
        assertNotEquals(id, id.toUpperCase(ROOT));

        String path = user.realm().name() + "/users/" + user.id() + "/credentials/";
        assertEquals(204, user.realm().http().delete(path + id.toUpperCase(ROOT) + "%20").status());

        assertGranted(user.login());
    }

    @Test
    void createdTotpIsTheOnlyOneAndItsCodesCountOnce() {
        TestUser user = newUser();

        Authenticator authenticator = user.newTotp("{}");

        Refusals.assertUserHasTotp(user.totp().create());
        assertRefused(user.login());
        String code = authenticator.code();
        assertGranted(user.login(code));
        assertRefused(user.login(code));
    }
}
