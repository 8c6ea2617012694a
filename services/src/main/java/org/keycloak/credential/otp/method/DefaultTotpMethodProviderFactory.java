package org.keycloak.credential.otp.method;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.credential.TotpMethodProvider;
import org.keycloak.credential.otp.attempt.OTPGuard;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Checks the components that hold TOTP methods, whichever way they are written: a request to this or to Keycloak's endpoint, an import.
 */
public class DefaultTotpMethodProviderFactory implements TotpMethodProviderFactory {

    public static final String PROVIDER_ID = "totp-method";

    @Override
    public TotpMethodProvider create(KeycloakSession session, ComponentModel model) {
        return () -> {
        };
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        shown(() -> new TotpMethodValidation(session, realm).require(component));
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel component) {
        shown(() -> new TotpMethodReferences(realm, component).any().ifPresent(reference -> {
            throw new TotpMethodInUseException("removed", reference);
        }));
    }

    /**
     * Has Keycloak tell the administrator what is wrong, whichever way the component is written. An import of a realm has a 500 for a
     * {@link ComponentValidationException}, and the endpoint for components no message for other exceptions that have no cause from the model.
     */
    private static void shown(Runnable check) {
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
    public void postInit(KeycloakSessionFactory factory) { // here, since codes are counted for the sake of methods only
        factory.register(event -> {
            if (event instanceof UserModel.UserRemovedEvent removed) {
                new OTPGuard(removed.getKeycloakSession(), removed.getRealm(), removed.getUser()).forgetAll();
            }
        });
    }

    @Override
    public void close() {
    }
}
