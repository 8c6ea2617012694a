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
 * What an administrator may create of {@link OTPCredentialProvider}'s type: a TOTP (RFC 6238).
 */
public final class TotpProvisioning {

    public static final String SHORT_NAME = "totp";

    private final KeycloakSession session;

    public TotpProvisioning(KeycloakSession session) {
        this.session = session;
    }

    /** Recovery codes are for those who have lost the rest: a login that asks for them first uses them up. */
    public static boolean precedes(CredentialModel present) {
        return RecoveryAuthnCodesCredentialModel.TYPE.equals(present.getType());
    }

    public List<CredentialField> getFields(RealmModel realm) {
        return getFields(TotpDefaults.of(realm.getOTPPolicy()));
    }

    public List<CredentialField> getFields(TotpDefaults defaults) {
        return new TotpFields(defaults).all();
    }

    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request) {
        return newCredential(realm, user, request, TotpDefaults.of(realm.getOTPPolicy()));
    }

    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request,
            TotpDefaults defaults) {
        TotpParameters parameters = TotpParameters.complete(request, defaults, user.getUsername(), () -> issuer(realm, user));
        boolean storage = new UserCredentials(session, realm, user).storageAccepts(OTPCredentialModel.TOTP);
        return new NewCredential<>(parameters.model(), storage ? storageInput(realm.getOTPPolicy(), parameters) : null, request, parameters.qrCode());
    }

    /** A display name is checked as a request's issuer is: Keycloak stores what it is given, and resolves it with messages of the realm's. */
    private String issuer(RealmModel realm, UserModel user) {
        String issuer = RealmIssuer.of(session, realm, user);
        boolean allowed = new TotpFields(realm.getOTPPolicy()).issuer().allows(session, issuer) && !KeyUri.issuer(issuer).isBlank();
        return allowed ? issuer : realm.getName();
    }

    /** As {@code CredentialHelper.createOTPCredential} asks a user's storage: the secret as text, all else as in the realm's policy. */
    private static CredentialInput storageInput(OTPPolicy policy, TotpParameters parameters) {
        if (OTPCredentialModel.HOTP.equals(policy.getType())) {
            throw new ModelValidationException("The user's storage keeps OTPs as in the realm's OTP policy, which isn't for TOTP.");
        }
        CreateTotpRepresentation totp = parameters.totp();
        TotpFields fields = new TotpFields(policy);
        requireOfPolicy(fields.algorithm(), totp.getAlgorithm());
        requireOfPolicy(fields.digits(), totp.getDigits());
        requireOfPolicy(fields.period(), totp.getPeriod());
        String text = parameters.secret().text()
                .orElseThrow(() -> new InvalidFieldException(TotpFields.TOTP_SECRET, "text, since the user's storage keeps it"));
        return new UserCredentialModel("", OTPCredentialModel.TOTP, text);
    }

    private static void requireOfPolicy(CredentialField field, Object value) {
        if (!value.equals(field.getDefaultValue())) {
            throw new InvalidFieldException(field.getName(), field.getDefaultValue() + " as in the realm's OTP policy, since the user's storage keeps the credential");
        }
    }
}
