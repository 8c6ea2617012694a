package org.keycloak.services.resources.admin;

import java.time.Duration;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;

import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.LeasedTransaction;
import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.otp.method.TotpMethodInUseException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.credential.FailedChange;

/**
 * Changes the TOTP methods of a realm in a {@link LeasedTransaction}: no constraint of the database keeps two requests from giving two methods
 * one name.
 */
final class TotpMethodChange {

    private static final String CONFLICT = "The realm's TOTP methods are being changed by another request. Try again.";

    /** How long a request waits for others. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String realmId;
    private final AdminEventBuilder adminEvent;
    private final LeasedTransaction transaction;

    TotpMethodChange(KeycloakSession session, RealmModel realm, AdminEventBuilder adminEvent) {
        this.realmId = realm.getId();
        this.adminEvent = adminEvent;
        String key = SingleUseKey.of("totp-methods-turn", realm);
        this.transaction = new LeasedTransaction(session, "Change of a TOTP method",
                () -> Retry.until(PATIENCE, () -> Lease.claim(session.getKeycloakSessionFactory(), key)), Duration.ZERO);
    }

    /** What is done in the transaction, with its session, and with the realm as it is then. */
    interface Work<V> {

        V with(KeycloakSession session, RealmModel realm, AdminEventBuilder event);
    }

    /**
     * @return what the work returned, once it is committed; the request's own transaction has ended, too
     * @throws WebApplicationException 400, 404 or 409; then nothing has changed
     */
    <V> V make(OperationType operation, Work<V> work) {
        try {
            return transaction.run(own -> work.with(own, realm(own), adminEvent.clone(own).resource(ResourceType.COMPONENT).operation(operation)));
        } catch (RuntimeException e) {
            throw isNameTaken(e) || isInUse(e) ? ErrorResponse.exists(e.getMessage()) : FailedChange.reply(e, CONFLICT);
        }
    }

    private RealmModel realm(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(realmId);
        if (realm == null) {
            throw new NotFoundException("Realm not found.");
        }
        if (realm instanceof CachedRealmModel cached) {
            cached.getDelegateForUpdate(); // the cache may not know yet what was changed on another node a moment ago
        }
        own.getContext().setRealm(realm);
        return realm;
    }

    private static boolean isNameTaken(RuntimeException failure) {
        return failure instanceof ModelDuplicateException && failure.getCause() == null; // with a cause it is the database's
    }

    private static boolean isInUse(RuntimeException failure) {
        return failure.getCause() instanceof TotpMethodInUseException;
    }
}
