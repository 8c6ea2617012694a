package org.keycloak.credential.totp;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.credential.enrolment.CredentialEnrolment;
import org.keycloak.credential.enrolment.CredentialEnrolmentProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * A TOTP (RFC 6238) for a user, stored as Keycloak's OTP credential and judged by Keycloak's own OTP credential provider.
 */
public final class TotpEnrolmentProvider implements CredentialEnrolmentProvider {

    public static final String USER_HAS_TOTP = "User already has totp. Remove first.";

    private final KeycloakSession session;

    TotpEnrolmentProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getType() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public List<ProviderConfigProperty> getFields() {
        return TotpFields.ALL;
    }

    @Override
    public CredentialEnrolment enrol(RealmModel realm, UserModel user, Map<String, Object> fields) {
        CreateTotpRepresentation request = JsonSerialization.mapper.convertValue(fields, CreateTotpRepresentation.class);
        TotpParameters totp = TotpParameters.resolve(request, realm.getOTPPolicy(), RealmIssuer.of(session, realm, user));
        String keyUri = KeyUri.of(totp, user.getUsername());
        String qrCode = totp.qrSize() == 0 ? null : Base64.getEncoder().encodeToString(QrCode.png(keyUri, totp.qrSize()));

        requireOwnCredentials(user);
        if (totp.replaceExisting()) {
            remove(realm, user);
        }
        if (user.credentialManager().isConfiguredFor(getType())) {
            throw new ModelValidationException(USER_HAS_TOTP);
        }
        requireFreeLabel(user, totp.userLabel());
        if (user.getRequiredActionsStream().anyMatch(RequiredAction.CONFIGURE_TOTP.name()::equals)) {
            user.removeRequiredAction(RequiredAction.CONFIGURE_TOTP);
        }
        CredentialModel credential = otpCredentialProvider().createCredential(realm, user, model(user, totp));
        return new CredentialEnrolment(credential, TotpReply.of(totp, credential, keyUri, qrCode));
    }

    @Override
    public List<CredentialModel> remove(RealmModel realm, UserModel user) {
        SubjectCredentialManager credentials = user.credentialManager();
        List<CredentialModel> stored = credentials.getStoredCredentialsByTypeStream(getType()).toList();
        stored.forEach(credential -> otpCredentialProvider().deleteCredential(realm, user, credential.getId()));
        // A user storage may hold one of its own.
        if (credentials.getDisableableCredentialTypesStream().anyMatch(getType()::equals)) {
            credentials.disableCredentialType(getType());
        }
        return stored;
    }

    @Override
    public Optional<CredentialModel> verify(RealmModel realm, UserModel user, String challengeResponse, String credentialId) {
        SubjectCredentialManager credentials = user.credentialManager();
        List<CredentialModel> totps = credentials.getStoredCredentialsByTypeStream(getType())
                .filter(TotpEnrolmentProvider::isTotp).toList();
        if (totps.isEmpty()) {
            throw new ModelValidationException("User has no totp.");
        }
        return totps.stream()
                .filter(totp -> credentialId == null || credentialId.equals(totp.getId()))
                .filter(totp -> credentials.isValid(new UserCredentialModel(totp.getId(), getType(), challengeResponse)))
                .findFirst();
    }

    private static boolean isTotp(CredentialModel credential) {
        return OTPCredentialModel.TOTP.equals(OTPCredentialModel.createFromCredentialModel(credential).getOTPCredentialData().getSubType());
    }

    private static void requireOwnCredentials(UserModel user) {
        if (user.getServiceAccountClientLink() != null || LightweightUserAdapter.isLightweightUser(user)) {
            throw new ModelValidationException("User can't have a totp: a service account or a transient user has no credentials.");
        }
    }

    private static void requireFreeLabel(UserModel user, String label) {
        if (label != null && user.credentialManager().getStoredCredentialsStream().map(CredentialModel::getUserLabel).anyMatch(label::equalsIgnoreCase)) {
            throw new ModelDuplicateException("Invalid " + TotpFields.USER_LABEL + ". The user has a credential with this label.",
                    CredentialModel.USER_LABEL);
        }
    }

    private static OTPCredentialModel model(UserModel user, TotpParameters totp) {
        OTPCredentialModel model = OTPCredentialModel.createTOTP(totp.secret().value(), totp.digits(), totp.period(), totp.algorithm(),
                totp.secret().encoding());
        model.setId(TotpCredentialId.of(user.getId()));
        model.setUserLabel(totp.userLabel());
        return model;
    }

    private OTPCredentialProvider otpCredentialProvider() {
        return (OTPCredentialProvider) session.getProvider(CredentialProvider.class, OTPCredentialProviderFactory.PROVIDER_ID);
    }
}
