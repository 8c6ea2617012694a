package org.keycloak.credential.otp;

import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;

import org.jboss.logging.Logger;

/**
 * Reads stored credentials of type {@code otp}. An import of users may have left anything in one. Such a credential must not hide the
 * others.
 */
public final class StoredOTP {

    private static final Logger LOGGER = Logger.getLogger(StoredOTP.class);

    private StoredOTP() {
    }

    /**
     * @return a TOTP or an HOTP; empty if the credential can't be read
     */
    public static Optional<OTPCredentialModel> read(CredentialModel stored) {
        try {
            OTPCredentialModel credential = OTPCredentialModel.createFromCredentialModel(stored);
            return Optional.ofNullable(credential.getOTPCredentialData()).map(data -> credential);
        } catch (RuntimeException e) {
            LOGGER.warnf("The credential %s can't be read: %s", stored.getId(), e.getClass().getSimpleName()); // the exception's message may quote the secret
            return Optional.empty();
        }
    }

    /**
     * @return a TOTP; empty if the credential can't be read, or is an HOTP
     */
    public static Optional<OTPCredentialModel> readTotp(CredentialModel stored) {
        return read(stored).filter(credential -> OTPCredentialModel.TOTP.equals(credential.getOTPCredentialData().getSubType()));
    }

    public static boolean isTotp(CredentialModel stored) {
        return readTotp(stored).isPresent();
    }
}
