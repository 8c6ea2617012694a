package org.keycloak.models.jpa;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * A user who was loaded together with others and with the credentials. Roles and groups are those of the first time that they were asked for.
 */
final class BatchedUser extends UserAdapter {

    private final KeycloakSession session;
    private final BatchedMemberships memberships;
    private final SubjectCredentialManager credentials;

    /**
     * @param credentials in the user's order
     */
    BatchedUser(KeycloakSession session, RealmModel realm, EntityManager em, UserEntity user, List<CredentialEntity> credentials, BatchedMemberships memberships) {
        super(session, realm, em, user);
        this.session = session;
        this.memberships = memberships;
        this.credentials = new BatchedCredentials(session, realm, this, em, credentials);
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        return credentials;
    }

    @Override
    public Stream<RoleModel> getRoleMappingsStream() {
        return memberships.rolesOf(getId()).map(realm::getRoleById).filter(Objects::nonNull);
    }

    @Override
    public Stream<GroupModel> getGroupsStream() {
        return session.groups().getGroupsStream(realm, memberships.groupsOf(getId()), null, null, null);
    }
}
