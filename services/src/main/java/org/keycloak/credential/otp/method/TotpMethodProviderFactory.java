package org.keycloak.credential.otp.method;

import org.keycloak.component.ComponentFactory;
import org.keycloak.credential.TotpMethodProvider;

/**
 * Checks the components that hold TOTP methods.
 */
public interface TotpMethodProviderFactory extends ComponentFactory<TotpMethodProvider, TotpMethodProvider> {
}
