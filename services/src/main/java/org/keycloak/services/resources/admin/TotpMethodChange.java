package org.keycloak.services.resources.admin;

import java.time.Duration;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.lease.WriteConflict;
import org.keycloak.credential.otp.method.TotpMethodInUseException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.credential.UnstorableText;

import org.jboss.logging.Logger;

/**
 * Changes the TOTP methods of a realm: one request after the other, on all nodes, since no constraint of the database keeps two of them
 * from having one name. Each waits a while for its turn; its transaction begins after that, and has ended before anything is told.
 */
final class TotpMethodChange {

    private static final Logger LOGGER = Logger.getLogger(TotpMethodChange.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeycloakSession session;
    private final KeycloakSessionFactory factory;
    private final RealmModel realm;
    private final AdminEventBuilder adminEvent;

    TotpMethodChange(KeycloakSession session, RealmModel realm, AdminEventBuilder adminEvent) {
        this.session = session;
        this.factory = session.getKeycloakSessionFactory();
        this.realm = realm;
        this.adminEvent = adminEvent;
    }

    /** What is done in the change's own transaction. */
    interface Work<V> {

        V with(KeycloakSession session, RealmModel realm, AdminEventBuilder event);
    }

    /**
     * @return what the work returned, once it is committed; the request's own transaction has ended, too
     * @throws WebApplicationException 400, 404 or 409, where nothing is changed
     */
    <V> V make(OperationType operation, Work<V> work) {
        try {
            return inTurn(operation, work);
        } catch (WebApplicationException e) {
            throw e;
        } catch (ModelDuplicateException e) {
            throw e.getCause() == null ? ErrorResponse.exists(e.getMessage()) : lost();
        } catch (ModelValidationException e) {
            throw ErrorResponse.error(e.getMessage(), e.getCause() instanceof TotpMethodInUseException ? Status.CONFLICT : Status.BAD_REQUEST);
        } catch (RuntimeException e) {
            if (WriteConflict.isCauseOf(e)) {
                LOGGER.debugf("A change of TOTP methods was lost to another transaction: %s", WriteConflict.description(e));
                throw lost();
            }
            if (UnstorableText.isCauseOf(e)) {
                throw ErrorResponse.error(UnstorableText.MESSAGE, Status.BAD_REQUEST);
            }
            throw e;
        }
    }

    private <V> V inTurn(OperationType operation, Work<V> work) {
        String key = SingleUseKey.of("totp-methods-turn", realm);
        String realmId = realm.getId();
        session.getTransactionManager().commit(); // gives its database connection back: nothing but reading has been done in it
        try (Lease turn = Retry.until(PATIENCE, () -> Lease.claim(factory, key)).orElseThrow(TotpMethodChange::lost)) {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session.getContext(), own -> {
                RealmModel ownRealm = own.realms().getRealm(realmId);
                if (ownRealm == null) {
                    throw new NotFoundException("Realm not found.");
                }
                if (ownRealm instanceof CachedRealmModel cached) {
                    cached.getDelegateForUpdate(); // the cache may not know yet what was changed on another node a moment ago
                }
                own.getContext().setRealm(ownRealm);
                own.getContext().setBearerToken(session.getContext().getBearerToken());
                V result = work.with(own, ownRealm, adminEvent.clone(own).resource(ResourceType.COMPONENT).operation(operation));
                if (!turn.hasTimeLeft()) {
                    throw lost();
                }
                return result;
            }, "Change of a TOTP method");
        }
    }

    private static WebApplicationException lost() {
        return ErrorResponse.exists("The realm's TOTP methods are being changed by another request. Try again.");
    }
}
