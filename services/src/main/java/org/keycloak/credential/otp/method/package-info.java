/**
 * Named TOTP methods of a realm, and the component that stores one. The package uses {@code org.keycloak.credential.otp}. Begin with
 * {@link org.keycloak.credential.otp.method.TotpMethods}.
 */
package org.keycloak.credential.otp.method;
