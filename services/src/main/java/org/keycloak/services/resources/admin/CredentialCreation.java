package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialCreators;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.credential.BadRequest;
import org.keycloak.services.credential.CredentialChange;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.credential.CredentialReply;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request to create a credential of any type for a user: finds the provider, checks the fields, and makes the change.
 */
public final class CredentialCreation {

    public static final String TYPE_NOT_FOUND = "Credential type not found";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final CredentialPermission permission;
    private final AdminEventBuilder adminEvent;

    /**
     * @param permission of the caller, which is asked for again when the body is there
     */
    CredentialCreation(KeycloakSession session, UserModel user, CredentialPermission permission, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.permission = permission;
        this.adminEvent = adminEvent;
    }

    /**
     * @param body a JSON object with the fields of the type, or nothing
     * @param pictureRequired whether a credential that comes without a QR code is refused
     * @return the reply; the credential is stored and committed
     * @throws WebApplicationException 400, 403, 404 or 409; nothing is changed then
     */
    CredentialReply create(String type, InputStream body, boolean pictureRequired) {
        if (!UserCredentials.supports(user)) {
            throw ErrorResponse.error("A service account or a transient user can't have credentials.", Status.BAD_REQUEST);
        }
        ObjectNode fields = read(body, creator(session, realm, user, type));
        return new CredentialChange(session, user).make((own, ownRealm, ownUser) -> {
            permission.now(own).requireChange(ownUser);
            return new CredentialEnrolment(ownRealm, ownUser, new UserCredentials(own, ownRealm, ownUser), new CredentialEvents(adminEvent, own))
                    .enrol(creator(own, ownRealm, ownUser, type), fields, pictureRequired);
        });
    }

    private ObjectNode read(InputStream body, CredentialCreator<?, ?> creator) {
        return BadRequest.ifInvalid(() -> CredentialFields.read(session, body, fields(creator, creator.getFields(realm, user))));
    }

    /**
     * @param declared the fields that the provider declares, for a user or for many
     * @return the fields that each type has, and these
     * @throws IllegalStateException if two of them have one name
     */
    public static List<CredentialField> fields(CredentialCreator<?, ?> creator, List<CredentialField> declared) {
        List<CredentialField> fields = Stream.concat(CredentialField.common().stream(), declared.stream()).toList();
        if (fields.stream().map(CredentialField::getName).distinct().count() < fields.size()) {
            throw new IllegalStateException("Credential type " + creator.getType() + " declares a field twice, or one that each type has");
        }
        return fields;
    }

    private static CredentialCreator<?, ?> creator(KeycloakSession session, RealmModel realm, UserModel user, String type) {
        Optional<CredentialCreator<?, ?>> creator = CredentialCreators.of(session, realm, user, type);
        return creator.orElseThrow(() -> new NotFoundException(TYPE_NOT_FOUND));
    }
}
