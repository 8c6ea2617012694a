package org.keycloak.services.resources.account;

import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.otp.setup.TotpSelfEnrolment;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.credential.AcceptedType;
import org.keycloak.services.credential.BadRequest;
import org.keycloak.services.credential.CredentialChange;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.managers.Auth;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request for one of the two steps of {@link TotpSelfEnrolment}: who may send it, what it may hold, and one of them at a time.
 */
final class SelfEnrolmentRequest {

    private static final String ACTION = UserModel.RequiredAction.CONFIGURE_TOTP.name();

    private final KeycloakSession session;
    private final Auth auth;
    private final String key;
    private final CredentialChange change;

    SelfEnrolmentRequest(KeycloakSession session, Auth auth) {
        this.session = session;
        this.auth = auth;
        this.key = SingleUseKey.of("own-totp", session.getContext().getRealm(), auth.getUser().getId());
        this.change = CredentialChange.byUser(session, auth.getUser());
    }

    /**
     * @return the required action that does the same on the login page, and is enabled
     * @throws WebApplicationException 403 or 400
     */
    RequiredActionProviderModel requireAllowed() {
        auth.require(AccountRoles.MANAGE_ACCOUNT);
        if (!UserCredentials.supports(auth.getUser())) {
            throw ErrorResponse.error("A service account or a transient user can't have credentials.", Status.BAD_REQUEST);
        }
        return session.getContext().getRealm().getRequiredActionProvidersStream()
                .filter(action -> ACTION.equals(action.getProviderId()) && action.isEnabled()).findFirst()
                .orElseThrow(() -> ErrorResponse.error("The realm doesn't let users perform the action " + ACTION + ".", Status.FORBIDDEN));
    }

    /**
     * @throws WebApplicationException 400 or 406
     */
    ObjectNode read(InputStream body, List<CredentialField> fields) {
        AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE);
        return BadRequest.ifInvalid(() -> CredentialFields.read(session, body, fields));
    }

    /**
     * Does what needs no lease.
     *
     * @throws WebApplicationException 400
     */
    <V> V prepare(Function<TotpSelfEnrolment, V> step) {
        RealmModel realm = session.getContext().getRealm();
        return BadRequest.ifInvalid(() -> step.apply(new TotpSelfEnrolment(session, realm, auth.getUser(), event(session, realm))));
    }

    /**
     * Does a change, and what takes a while after it, for one request of the user at a time, on all nodes. The change has a lease of its own,
     * so an administrator waits for the change only.
     *
     * @throws WebApplicationException 409 if another request of the user isn't done
     */
    <V> V alone(Supplier<V> work) {
        session.getTransactionManager().commit(); // gives its database connection back, as the change does
        try (Lease lease = Lease.claim(session.getKeycloakSessionFactory(), key).orElseThrow(CredentialChange::conflict)) {
            return work.get();
        }
    }

    /**
     * @throws WebApplicationException 400, 404 or 409
     */
    <V> V change(Function<TotpSelfEnrolment, V> step) {
        return change.make((own, realm, user) -> step.apply(new TotpSelfEnrolment(own, realm, user, event(own, realm))));
    }

    /** With the details that events of the account API have. */
    private EventBuilder event(KeycloakSession own, RealmModel realm) {
        return new EventBuilder(realm, own, session.getContext().getConnection())
                .client(auth.getClient().getClientId())
                .user(auth.getUser().getId())
                .session(auth.getSession().getId());
    }
}
