package org.keycloak.credential.enrolment;

import org.keycloak.credential.CredentialModel;

/**
 * The outcome of an enrolment.
 *
 * @param credential the credential as it is stored; events name its id, type and label
 * @param representation what the administrator is told, for the reply alone: it may hold the secret
 */
public record CredentialEnrolment(CredentialModel credential, Object representation) {

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "CredentialEnrolment[" + credential.getType() + " " + credential.getId() + "]";
    }
}
