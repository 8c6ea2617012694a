/**
 * Limits on guessing codes: each attempt of a login claims a slot before its code is checked. The package uses the methods, which say the
 * limits, and leases. Begin with {@link org.keycloak.credential.otp.attempt.OTPGuard}.
 */
package org.keycloak.credential.otp.attempt;
