package org.keycloak.credential;

import org.keycloak.provider.Provider;

/**
 * A named TOTP method of a realm: an OTP policy for some of its users, kept as a component. The component is all there is to it.
 */
public interface TotpMethodProvider extends Provider {
}
