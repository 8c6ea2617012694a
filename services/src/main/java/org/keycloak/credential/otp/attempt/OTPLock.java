package org.keycloak.credential.otp.attempt;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import org.jboss.logging.Logger;

/**
 * The lock on a credential after too many wrong codes. It is kept in the counter of the credential, so that it outlasts a restart. An HOTP
 * uses its counter, so its lock is nothing but the claimed slots in the single-use object store.
 */
public final class OTPLock {

    private static final Logger LOGGER = Logger.getLogger(OTPLock.class);

    private final KeycloakSession session;
    private final String realmId;
    private final String userId;

    OTPLock(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realmId = realm.getId();
        this.userId = user.getId();
    }

    public static boolean isOn(OTPCredentialModel credential) {
        return TotpCounter.of(credential).isLocked();
    }

    /** In a transaction of its own: the transaction of a refused login may be rolled back. */
    void put(String credentialId) {
        try {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
                RealmModel realm = own.realms().getRealm(realmId);
                own.getContext().setRealm(realm);
                change(own.users().getUserById(realm, userId), credentialId, counter -> !counter.isLocked(), TotpCounter::locked);
            });
        } catch (RuntimeException e) {
            // Another transaction changed the credential first. No attempt finds a slot all the same.
            LOGGER.warnf("The lock could not be written to the credential %s: %s", credentialId, e.getClass().getSimpleName());
        }
    }

    /**
     * @return whether there was a lock
     */
    static boolean end(UserModel user, String credentialId) {
        return change(user, credentialId, TotpCounter::isLocked, TotpCounter::unlocked);
    }

    private static boolean change(UserModel user, String credentialId, Predicate<TotpCounter> changing, UnaryOperator<TotpCounter> change) {
        CredentialModel stored = user.credentialManager().getStoredCredentialById(credentialId);
        Optional<OTPCredentialModel> found = Optional.ofNullable(stored).flatMap(StoredOTP::readTotp).filter(credential -> changing.test(TotpCounter.of(credential)));
        found.ifPresent(credential -> {
            credential.updateCounter(change.apply(TotpCounter.of(credential)).value());
            user.credentialManager().updateStoredCredential(credential);
        });
        return found.isPresent();
    }
}
