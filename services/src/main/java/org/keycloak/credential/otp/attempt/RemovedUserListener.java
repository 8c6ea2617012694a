package org.keycloak.credential.otp.attempt;

import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Forgets the attempts at the credentials of a user who is removed. Keycloak removes these credentials without asking their providers.
 */
public final class RemovedUserListener implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserRemovedEvent removed) {
            new OTPGuard(removed.getKeycloakSession(), removed.getRealm(), removed.getUser()).forgetAll();
        }
    }
}
