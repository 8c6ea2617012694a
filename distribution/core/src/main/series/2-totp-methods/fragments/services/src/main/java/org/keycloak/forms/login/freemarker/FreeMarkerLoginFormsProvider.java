package org.keycloak.forms.login.freemarker;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.credential.otp.setup.TotpMethodSetupPage;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.models.RealmModel;

public class FreeMarkerLoginFormsProvider {

    // in place of: createResponse, which becomes: createPage

    protected Response createResponse(LoginFormsPages page) {
        if (page != LoginFormsPages.LOGIN_CONFIG_TOTP) {
            return createPage(page);
        }
        RealmModel itself = realm;
        realm = new TotpMethodSetupPage(session, realm, user, authenticationSession).realmOfPage(execution, UpdateTotp.class);
        try {
            return createPage(page);
        } finally {
            realm = itself;
        }
    }
}
