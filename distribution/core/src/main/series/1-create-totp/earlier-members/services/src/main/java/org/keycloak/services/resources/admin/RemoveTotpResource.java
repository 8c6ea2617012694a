package org.keycloak.services.resources.admin;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

public class RemoveTotpResource {

    private void remove(TotpSelection selection, KeycloakSession own, RealmModel realm, UserModel ownUser) {
        CredentialEvents events = new CredentialEvents(adminEvent, own);
        CredentialProvider<?> provider = own.getProvider(CredentialProvider.class, OTPCredentialProviderFactory.PROVIDER_ID);
        UserCredentials credentials = new UserCredentials(own, realm, ownUser);
        for (CredentialModel removed : credentials.removeStored(provider, selection)) {
            events.action(removed);
        }
        if (selection.isAll() && credentials.disableInStorage(OTPCredentialModel.TYPE)) {
            events.action(OTPCredentialModel.TYPE).success();
        }
    }
}
