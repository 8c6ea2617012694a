package org.keycloak.credential;

import org.keycloak.component.ComponentFactory;

/**
 * Checks the components that hold TOTP methods.
 */
public interface TotpMethodProviderFactory extends ComponentFactory<TotpMethodProvider, TotpMethodProvider> {
}
