package org.keycloak.handout.enrolment;

import java.util.List;

import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/** Attributes of a user, as a line has them. */
final class Attributes {

    private Attributes() {
    }

    /**
     * @return the first value; {@code null} if there is none
     */
    static String first(CreatedCredentialRepresentation line, String name) {
        List<String> values = line.getAttributes() == null ? null : line.getAttributes().get(name);
        return values == null || values.isEmpty() || values.get(0) == null || values.get(0).isBlank() ? null : values.get(0);
    }
}
