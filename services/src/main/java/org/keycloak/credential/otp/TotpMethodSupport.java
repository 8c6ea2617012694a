package org.keycloak.credential.otp;

import java.util.function.Predicate;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Optional capability of the provider of OTPs: realms have TOTP methods, and users set up TOTPs of these themselves.
 */
public interface TotpMethodSupport {

    /**
     * @param method id or name of a TOTP method
     * @return which stored credentials belong to the method
     * @throws ModelValidationException if the realm has no such method
     */
    Predicate<CredentialModel> credentialsOf(RealmModel realm, String method);

    /**
     * Forgets the TOTP that the user was shown and has not confirmed yet.
     */
    void endSelfEnrolment(RealmModel realm, UserModel user);
}
