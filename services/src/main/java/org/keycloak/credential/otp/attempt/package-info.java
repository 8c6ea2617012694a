/**
 * Limits on attempts to guess a code: each attempt claims a slot before its code is checked, and too many wrong codes lock the credential. The
 * package uses leases, and the TOTP methods, which state the limits. Begin with {@link org.keycloak.credential.otp.attempt.OTPGuard}.
 */
package org.keycloak.credential.otp.attempt;
