package org.keycloak.credential;

import org.keycloak.provider.Provider;

/**
 * A named TOTP method of a realm: an OTP policy for some of the realm's users. A method is a component with this type, and a provider of it
 * does nothing. Databases store the name of this class as the component's type, so the class stays where it is.
 */
public interface TotpMethodProvider extends Provider {
}
