package org.keycloak.testsuite.admin;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.TestUser;

/**
 * A label of the user's that isn't that of an authenticator.
 */
final class PasswordLabel {

    private PasswordLabel() {
    }

    static void set(TestUser user, String label) {
        String password = user.resource().credentials().stream()
                .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType())).findFirst().orElseThrow().getId();
        user.resource().setCredentialUserLabel(password, label);
    }
}
