package org.keycloak.credential.otp.attempt;

import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

import org.jboss.logging.Logger;

/**
 * The lock on a credential after too many wrong codes. It is kept in the counter of the credential, so that it outlasts a restart. An HOTP
 * uses its counter, so its lock is nothing but the claimed slots in the single-use object store.
 */
public final class OTPLock {

    private static final Logger LOGGER = Logger.getLogger(OTPLock.class);

    private static final CounterChange LOCK = new CounterChange(counter -> !counter.isLocked(), TotpCounter::locked);
    private static final CounterChange UNLOCK = new CounterChange(TotpCounter::isLocked, TotpCounter::unlocked);

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String userId;

    OTPLock(KeycloakSession session, RealmModel realm, UserModel user) {
        this.factory = session.getKeycloakSessionFactory();
        this.realmId = realm.getId();
        this.userId = user.getId();
    }

    public static boolean isOn(OTPCredentialModel credential) {
        return TotpCounter.of(credential).isLocked();
    }

    /** In a transaction of its own: the transaction of a refused login may be rolled back. */
    void put(String credentialId) {
        try {
            LOCK.commit(factory, realmId, userId, credentialId);
        } catch (RuntimeException e) { // no attempt finds a slot all the same
            LOGGER.warnf("The lock could not be written to the credential %s: %s", credentialId, e.getClass().getSimpleName());
        }
    }

    /**
     * @return whether there was a lock
     */
    static boolean end(UserModel user, String credentialId) {
        return UNLOCK.make(user, credentialId);
    }
}
