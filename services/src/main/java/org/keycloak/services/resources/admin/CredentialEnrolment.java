package org.keycloak.services.resources.admin;

import java.util.Optional;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CreateCredentialRepresentation;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What creating a credential is for each type, within one change: made by its provider, in the place of the present ones, stored, reported.
 */
final class CredentialEnrolment {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final UserCredentials credentials;
    private final CredentialEvents events;

    CredentialEnrolment(KeycloakSession session, RealmModel realm, UserModel user, CredentialEvents events) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.credentials = new UserCredentials(session, realm, user);
        this.events = events;
    }

    <T extends CredentialModel, R extends CreateCredentialRepresentation> CreatedCredential enrol(CredentialCreator<T, R> creator, ObjectNode fields,
            String withoutPicture) {
        R request = bound(fields, creator.getRepresentationType());
        NewCredential<T, R> credential = creator.newCredential(realm, user, request);
        if (withoutPicture != null && credential.qrCode() == null) {
            throw new ModelValidationException(withoutPicture);
        }
        boolean replace = Boolean.TRUE.equals(request.isReplaceExisting());
        if (replace) {
            credentials.removeStored(creator).forEach(replaced -> events.removed(user, replaced));
        } else if (credentials.has(creator.getType())) {
            throw new ModelValidationException("User already has " + creator.getShortName() + ". Remove first.");
        }
        credential.model().setUserLabel(request.getUserLabel());
        Optional<CredentialModel> stored = credentials.store(creator, credential);
        takeOffAction(creator);
        stored.ifPresentOrElse(events::action, () -> events.action(creator.getType()).success());

        R reply = credential.representation();
        reply.setUserLabel(request.getUserLabel());
        reply.setReplaceExisting(replace);
        reply.setId(stored.map(CredentialModel::getId).orElse(null));
        reply.setCreatedDate(stored.map(CredentialModel::getCreatedDate).orElse(null));
        return new CreatedCredential(reply.getId(), JsonSerialization.mapper.valueToTree(reply), credential.qrCode());
    }

    /** The setup of such a credential, which the user needn't do any more. */
    private void takeOffAction(CredentialCreator<?, ?> creator) {
        String action = creator.getCredentialTypeMetadata(CredentialTypeMetadataContext.builder().user(user).build(session)).getCreateAction();
        if (action != null && user.getRequiredActionsStream().anyMatch(action::equals)) {
            user.removeRequiredAction(action);
        }
    }

    private static <R> R bound(ObjectNode fields, Class<R> type) {
        try {
            return JsonSerialization.mapper.treeToValue(fields, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(type + " can't hold the fields that are declared for it"); // without the cause, which quotes values
        }
    }
}
