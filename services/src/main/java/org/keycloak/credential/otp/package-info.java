/**
 * One TOTP key (RFC 6238): its fields and their defaults, its secret, its key URI, the credential that it becomes. The package uses Keycloak
 * and {@code org.keycloak.credential}. Begin with {@link org.keycloak.credential.otp.TotpProvisioning}.
 */
package org.keycloak.credential.otp;
