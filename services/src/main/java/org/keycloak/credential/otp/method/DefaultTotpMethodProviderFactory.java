package org.keycloak.credential.otp.method;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.credential.TotpMethodProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Checks each component that stores a TOTP method. It does not matter how the component is written: by our endpoint, by Keycloak's endpoint
 * for components, or by an import of a realm.
 */
public class DefaultTotpMethodProviderFactory implements TotpMethodProviderFactory {

    public static final String PROVIDER_ID = "totp-method";

    @Override
    public TotpMethodProvider create(KeycloakSession session, ComponentModel model) {
        return () -> { // close() has nothing to do
        };
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        explained(() -> new TotpMethodValidation(session, realm).require(component));
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel component) {
        explained(() -> new TotpMethodReferences(realm, component).any().ifPresent(reference -> {
            throw new TotpMethodInUseException("removed", reference);
        }));
    }

    /**
     * Makes Keycloak tell the administrator what is wrong. Its {@code KeycloakErrorHandler} passes on the message of an exception if the cause
     * is a {@link ModelException}. A {@link ComponentValidationException} would not do: an import of a realm replies 500 to it.
     */
    private static void explained(Runnable check) {
        try {
            check.run();
        } catch (ModelValidationException e) {
            throw (ModelException) new ModelValidationException(e.getMessage()).initCause(e);
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "A named TOTP method: what the codes of some of the realm's users are like, and how often they may be guessed.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.copyOf(TotpMethodFields.config());
    }

    @Override
    public void init(Config.Scope config) {
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    public void close() {
    }
}
