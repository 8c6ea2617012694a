package org.keycloak.models.jpa;

import java.util.List;

import jakarta.persistence.EntityManager;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * A user who was loaded together with others and with the credentials.
 */
final class BatchedUser extends UserAdapter {

    private final SubjectCredentialManager credentials;

    /**
     * @param credentials in the user's order
     */
    BatchedUser(KeycloakSession session, RealmModel realm, EntityManager em, UserEntity user, List<CredentialEntity> credentials) {
        super(session, realm, em, user);
        this.credentials = new BatchedCredentials(session, realm, this, em, credentials);
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        return credentials;
    }
}
