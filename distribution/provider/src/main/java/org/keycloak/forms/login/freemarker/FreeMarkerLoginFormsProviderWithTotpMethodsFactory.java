package org.keycloak.forms.login.freemarker;

import org.keycloak.createtotp.ReplacementFactory;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's own factory: it has the same id, and a higher order.
 */
public class FreeMarkerLoginFormsProviderWithTotpMethodsFactory extends FreeMarkerLoginFormsProviderFactory implements ReplacementFactory {

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new FreeMarkerLoginFormsProviderWithTotpMethods(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
