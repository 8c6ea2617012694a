package org.keycloak.credential.otp;

import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;

import org.jboss.logging.Logger;

/**
 * Reads stored credentials of OTP's type. What an import of users may leave in one must not keep the others from being found.
 */
public final class StoredOTP {

    private static final Logger LOGGER = Logger.getLogger(StoredOTP.class);

    private StoredOTP() {
    }

    /**
     * @return empty where it can't be read
     */
    public static Optional<OTPCredentialModel> read(CredentialModel stored) {
        try {
            OTPCredentialModel credential = OTPCredentialModel.createFromCredentialModel(stored);
            return Optional.ofNullable(credential.getOTPCredentialData()).map(data -> credential);
        } catch (RuntimeException e) {
            LOGGER.warnf("The credential %s can't be read: %s", stored.getId(), e.getClass().getSimpleName()); // the message may quote it
            return Optional.empty();
        }
    }

    /**
     * @return empty where it can't be read, or is an HOTP
     */
    public static Optional<OTPCredentialModel> readTotp(CredentialModel stored) {
        return read(stored).filter(credential -> OTPCredentialModel.TOTP.equals(credential.getOTPCredentialData().getSubType()));
    }

    public static boolean isTotp(CredentialModel stored) {
        return readTotp(stored).isPresent();
    }
}
