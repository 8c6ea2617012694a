package org.keycloak.services.resources.admin;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.EventText;
import org.keycloak.events.Details;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Admin events of what administrators do to a user's credentials. An event has a credential's id, type and label, and no secret.
 */
public final class CredentialEvents {

    private final AdminEventBuilder adminEvent;
    private final KeycloakSession session;
    private final String path;

    /**
     * @param session the session of the change, so that a change that is rolled back leaves no event
     */
    public CredentialEvents(AdminEventBuilder adminEvent, KeycloakSession session) {
        this(adminEvent.clone(session), session, null);
    }

    private CredentialEvents(AdminEventBuilder adminEvent, KeycloakSession session, String path) {
        this.adminEvent = adminEvent;
        this.session = session;
        this.path = path;
    }

    /**
     * @return the same events, for an action on one of several users
     */
    public CredentialEvents of(UserModel user, String action) {
        return new CredentialEvents(adminEvent, session, "users/" + user.getId() + "/" + action);
    }

    /**
     * @param type of the credential
     * @return the request's own event, not yet sent
     */
    AdminEventBuilder action(String type) {
        AdminEventBuilder event = path == null ? event().resourcePath(session.getContext().getUri()) : event().resourcePath(path);
        return event.detail(Details.CREDENTIAL_TYPE, type);
    }

    /** Sends the request's own event. */
    void action(CredentialModel credential) {
        of(action(credential.getType()), credential).success();
    }

    /** Sends the event that Keycloak's own endpoint sends when it removes the credential. */
    void removed(UserModel user, CredentialModel credential) {
        of(event().resourcePath("users", user.getId(), "credentials", credential.getId()), credential)
                .detail(Details.CREDENTIAL_TYPE, credential.getType()).success();
    }

    private AdminEventBuilder event() {
        adminEvent.getEvent().setDetails(null); // of the event before
        return adminEvent.resource(ResourceType.USER).operation(OperationType.ACTION);
    }

    private static AdminEventBuilder of(AdminEventBuilder event, CredentialModel credential) {
        return event.detail(Details.CREDENTIAL_ID, credential.getId()).detail(Details.CREDENTIAL_USER_LABEL, EventText.of(credential.getUserLabel()));
    }
}
