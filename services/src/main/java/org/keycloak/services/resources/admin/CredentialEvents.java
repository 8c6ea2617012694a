package org.keycloak.services.resources.admin;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.EventText;
import org.keycloak.events.Details;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What administrators do to a user's credentials, on record: id, type and label, never what is secret.
 */
final class CredentialEvents {

    private final AdminEventBuilder adminEvent;
    private final KeycloakSession session;

    /**
     * @param session that of the change: what is rolled back isn't on record
     */
    CredentialEvents(AdminEventBuilder adminEvent, KeycloakSession session) {
        this.adminEvent = adminEvent;
        this.session = session;
    }

    /** The request's own event. */
    AdminEventBuilder action(String type) {
        return event().resourcePath(session.getContext().getUri()).detail(Details.CREDENTIAL_TYPE, type);
    }

    void action(CredentialModel credential) {
        of(action(credential.getType()), credential).success();
    }

    /** As Keycloak's own removal of the credential is reported. */
    void removed(UserModel user, CredentialModel credential) {
        of(event().resourcePath("users", user.getId(), "credentials", credential.getId()), credential)
                .detail(Details.CREDENTIAL_TYPE, credential.getType()).success();
    }

    private AdminEventBuilder event() {
        return adminEvent.clone(session).resource(ResourceType.USER).operation(OperationType.ACTION);
    }

    private static AdminEventBuilder of(AdminEventBuilder event, CredentialModel credential) {
        return event.detail(Details.CREDENTIAL_ID, credential.getId()).detail(Details.CREDENTIAL_USER_LABEL, EventText.of(credential.getUserLabel()));
    }
}
