package org.keycloak.credential.otp;

import java.util.List;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * Makes a TOTP (RFC 6238) for {@link OTPCredentialProvider}, as an administrator asks for it.
 */
public final class TotpProvisioning {

    /** Name of the type in messages. */
    public static final String SHORT_NAME = "totp";

    private final KeycloakSession session;

    public TotpProvisioning(KeycloakSession session) {
        this.session = session;
    }

    /** A TOTP goes before recovery codes: a login that asks for them first would use them up while the user has an authenticator. */
    public static boolean precedes(CredentialModel present) {
        return RecoveryAuthnCodesCredentialModel.TYPE.equals(present.getType());
    }

    /**
     * @return the fields of a TOTP, with defaults of the realm's OTP policy
     */
    public List<CredentialField> getFields(RealmModel realm) {
        return getFields(TotpDefaults.of(realm.getOTPPolicy()));
    }

    public List<CredentialField> getFields(TotpDefaults defaults) {
        return new TotpFields(defaults).all();
    }

    /**
     * Makes a TOTP with defaults of the realm's OTP policy. It stores nothing, and leaves the request as it is.
     *
     * @param request values that {@link #getFields} allow; {@code null} for a field that was left out
     * @throws InvalidFieldException if a value isn't allowed beside another one, or for this user
     * @throws ModelValidationException if the realm's OTP policy, or the user's storage, allows no TOTP
     */
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request) {
        return newCredential(realm, user, request, TotpDefaults.of(realm.getOTPPolicy()));
    }

    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request,
            TotpDefaults defaults) {
        NewTotp totp = NewTotp.of(request, defaults, user.getUsername(), () -> issuer(realm, user));
        boolean storage = new UserCredentials(session, realm, user).storageAccepts(OTPCredentialModel.TOTP);
        CredentialInput storageInput = storage ? storageInput(realm.getOTPPolicy(), totp.key()) : null;
        return new NewCredential<>(totp.key().toCredential(), storageInput, totp.toRepresentation(), totp.qrCode());
    }

    /** Keycloak checks neither a realm's display name nor the messages in it. One that can't be an issuer is replaced by the realm's name. */
    private String issuer(RealmModel realm, UserModel user) {
        String issuer = RealmIssuer.of(session, realm, user);
        boolean allowed = new TotpFields(realm.getOTPPolicy()).issuer().allows(session, issuer) && !TotpKey.issuer(issuer).isBlank();
        return allowed ? issuer : realm.getName();
    }

    /**
     * {@code CredentialHelper.createOTPCredential} asks a user's storage in the same way. The storage gets the secret as text, and takes all
     * other values from the realm's policy.
     */
    private static CredentialInput storageInput(OTPPolicy policy, TotpKey key) {
        if (OTPCredentialModel.HOTP.equals(policy.getType())) {
            throw new ModelValidationException("The user's storage keeps OTPs as in the realm's OTP policy, which isn't for TOTP.");
        }
        TotpFields fields = new TotpFields(policy);
        requireOfPolicy(fields.algorithm(), key.algorithm());
        requireOfPolicy(fields.digits(), key.digits());
        requireOfPolicy(fields.period(), key.period());
        String text = key.secret().text()
                .orElseThrow(() -> new InvalidFieldException(TotpFields.TOTP_SECRET, "text, since the user's storage keeps it"));
        return new UserCredentialModel("", OTPCredentialModel.TOTP, text);
    }

    private static void requireOfPolicy(CredentialField field, Object value) {
        if (!value.equals(field.getDefaultValue())) {
            throw new InvalidFieldException(field.getName(), field.getDefaultValue() + " as in the realm's OTP policy, since the user's storage keeps the credential");
        }
    }
}
