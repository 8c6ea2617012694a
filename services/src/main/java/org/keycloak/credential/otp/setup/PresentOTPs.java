package org.keycloak.credential.otp.setup;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.UserCredentials;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * The OTPs that a user has. A TOTP is pending beside these only: somebody who gives the user another OTP, or takes one, ends what is pending.
 */
final class PresentOTPs {

    private PresentOTPs() {
    }

    /** A hash of their ids: it stays the same if a label, the order, a counter or a lock changes. */
    static String hash(UserModel user, UserCredentials credentials) {
        String ids = user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).map(CredentialModel::getId).sorted()
                .collect(Collectors.joining(" "));
        return HashUtils.sha256UrlEncodedHash(ids + (credentials.storageHas(OTPCredentialModel.TYPE) ? " and the storage's" : ""), StandardCharsets.UTF_8);
    }
}
