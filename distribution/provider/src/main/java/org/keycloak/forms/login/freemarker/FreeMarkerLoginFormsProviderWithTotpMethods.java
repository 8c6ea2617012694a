package org.keycloak.forms.login.freemarker;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.requiredactions.UpdateTotpWithMethods;
import org.keycloak.credential.otp.setup.TotpMethodSetupPage;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keycloak's pages. The page on which users set up an OTP shows the realm's default TOTP method.
 */
public class FreeMarkerLoginFormsProviderWithTotpMethods extends FreeMarkerLoginFormsProvider {

    FreeMarkerLoginFormsProviderWithTotpMethods(KeycloakSession session) {
        super(session);
    }

    @Override
    protected Response createResponse(LoginFormsPages page) {
        if (page != LoginFormsPages.LOGIN_CONFIG_TOTP) {
            return super.createResponse(page);
        }
        RealmModel original = realm;
        realm = new TotpMethodSetupPage(session, realm, user, authenticationSession).realmOfPage(execution, UpdateTotpWithMethods.class);
        try {
            return super.createResponse(page);
        } finally {
            realm = original;
        }
    }
}
