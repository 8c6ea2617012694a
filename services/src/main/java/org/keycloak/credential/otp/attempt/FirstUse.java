package org.keycloak.credential.otp.attempt;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import org.jboss.logging.Logger;

/**
 * The first use of a TOTP from an administrator. It is noted in the counter of the credential, once.
 */
final class FirstUse {

    private static final Logger LOGGER = Logger.getLogger(FirstUse.class);

    private static final CounterChange USE = new CounterChange(TotpCounter::isUnused, TotpCounter::used);

    private final KeycloakSession session;
    private final String realmId;
    private final String userId;

    FirstUse(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realmId = realm.getId();
        this.userId = user.getId();
    }

    /**
     * Notes it if it is the first, once the login's transaction has ended. A login must not wait for a second database connection while it has
     * one: many users use for the first time what was handed out to them together. The code was right, and is used up, even if the
     * transaction is rolled back.
     *
     * @param accepted credential that has accepted a code
     */
    void noteAfterwards(CredentialModel accepted) {
        if (!USE.isNeeded(accepted)) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String credentialId = accepted.getId();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                note(factory, credentialId);
            }

            @Override
            protected void rollbackImpl() {
                note(factory, credentialId);
            }
        });
    }

    private void note(KeycloakSessionFactory factory, String credentialId) {
        try {
            USE.commit(factory, realmId, userId, credentialId);
        } catch (RuntimeException e) { // the next login notes it
            LOGGER.warnf("The first use of the credential %s could not be noted: %s", credentialId, e.getClass().getSimpleName());
        }
    }
}
