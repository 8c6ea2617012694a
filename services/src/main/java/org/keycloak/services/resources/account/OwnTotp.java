package org.keycloak.services.resources.account;

import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.TotpSetup;
import org.keycloak.credential.UserCredentials;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.managers.Auth;
import org.keycloak.services.resources.admin.AcceptedType;
import org.keycloak.services.resources.admin.CredentialChange;
import org.keycloak.services.resources.admin.CredentialFields;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the two steps of a user's own {@link TotpSetup} have in common: who may, what may be said, and one at a time.
 */
final class OwnTotp {

    private final KeycloakSession session;
    private final Auth auth;

    OwnTotp(KeycloakSession session, Auth auth) {
        this.session = session;
        this.auth = auth;
    }

    /**
     * @throws WebApplicationException 403 or 400
     */
    void requireAllowed() {
        auth.require(AccountRoles.MANAGE_ACCOUNT);
        if (!UserCredentials.mayBeOf(auth.getUser())) {
            throw ErrorResponse.error("A service account or a transient user can't have credentials.", Status.BAD_REQUEST);
        }
    }

    /**
     * @throws WebApplicationException 400 or 406
     */
    ObjectNode read(InputStream body, List<CredentialField> fields) {
        AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE);
        try {
            return CredentialFields.read(session, body, fields);
        } catch (ModelValidationException e) {
            throw ErrorResponse.error(e.getMessage(), Status.BAD_REQUEST);
        }
    }

    /**
     * @throws WebApplicationException 400, 404 or 409
     */
    <V> V change(Function<TotpSetup, V> step) {
        return new CredentialChange(session, auth.getUser()).make((own, realm, user) -> step.apply(new TotpSetup(own, realm, user, event(own, realm))));
    }

    /** As the account API reports what users do there. */
    private EventBuilder event(KeycloakSession own, RealmModel realm) {
        return new EventBuilder(realm, own, session.getContext().getConnection())
                .client(auth.getClient().getClientId())
                .user(auth.getUser().getId())
                .session(auth.getSession().getId());
    }
}
