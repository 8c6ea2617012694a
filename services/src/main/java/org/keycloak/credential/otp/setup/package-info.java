/**
 * How users set up a TOTP themselves: the gate of the required action <em>Configure OTP</em>, the page of the action, and self-enrolment by the
 * account API. The package uses the methods and the limits on attempts. Begin with
 * {@link org.keycloak.credential.otp.setup.ConfigureOTPGate} (the required action),
 * {@link org.keycloak.credential.otp.setup.TotpMethodSetupPage} (its page), or
 * {@link org.keycloak.credential.otp.setup.TotpSelfEnrolment} (the account API).
 */
package org.keycloak.credential.otp.setup;
