package org.keycloak.credential.otp.method;

import org.keycloak.component.ComponentFactory;
import org.keycloak.credential.TotpMethodProvider;

/**
 * Makes {@link TotpMethodProvider}s. A factory checks the components that store TOTP methods.
 */
public interface TotpMethodProviderFactory extends ComponentFactory<TotpMethodProvider, TotpMethodProvider> {
}
