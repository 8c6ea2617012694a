package org.keycloak.credential.otp.attempt;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A change of the counters of stored TOTPs.
 *
 * @param needed which counters are changed; all others stay
 */
record CounterChange(Predicate<TotpCounter> needed, UnaryOperator<TotpCounter> change) {

    /** How long it is tried again after a change by somebody else. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * Changes a credential in a transaction of its own. Nothing happens if the credential, the user or the realm is removed.
     *
     * @throws RuntimeException if it could not be written
     */
    void commit(KeycloakSessionFactory factory, String realmId, String userId, String credentialId) {
        Retry.onWriteConflict(PATIENCE, () -> KeycloakModelUtils.runJobInTransactionWithResult(factory,
                own -> user(own, realmId, userId).filter(user -> make(user, credentialId)).isPresent()));
    }

    private static Optional<UserModel> user(KeycloakSession own, String realmId, String userId) {
        RealmModel realm = own.realms().getRealm(realmId);
        own.getContext().setRealm(realm);
        return Optional.ofNullable(realm).map(present -> own.users().getUserById(present, userId));
    }

    /**
     * Changes a credential in the transaction of the user's session.
     *
     * @return whether it was needed
     */
    boolean make(UserModel user, String credentialId) {
        SubjectCredentialManager manager = stored(user).credentialManager();
        Optional<OTPCredentialModel> found = Optional.ofNullable(manager.getStoredCredentialById(credentialId)).flatMap(StoredOTP::readTotp)
                .filter(this::isNeeded);
        found.ifPresent(credential -> {
            credential.updateCounter(change.apply(TotpCounter.of(credential)).value());
            manager.updateStoredCredential(credential);
        });
        return found.isPresent();
    }

    boolean isNeeded(CredentialModel stored) {
        return StoredOTP.readTotp(stored).map(TotpCounter::of).filter(needed).isPresent();
    }

    /** Keycloak writes all of a credential. What a cache has may be older than a change of its label, or than another change of its counter. */
    private static UserModel stored(UserModel user) {
        return user instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : user;
    }
}
