package org.keycloak.handout.enrolment;

import java.util.Map;

import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * What came of the users.
 *
 * @param created how many have a new TOTP; {@code null} in a dry run
 * @param creatable how many would get one; {@code null} except in a dry run
 * @param exists how many have kept theirs
 * @param failures why others have got none, by the user's name
 */
record Counts(Integer created, Integer creatable, int exists, Map<String, String> failures) {

    static String name(CreatedCredentialRepresentation line) {
        return line.getUsername() == null ? String.valueOf(line.getId()) : line.getUsername();
    }
}
