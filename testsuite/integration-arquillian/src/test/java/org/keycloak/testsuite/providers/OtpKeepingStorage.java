package org.keycloak.testsuite.providers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;

/**
 * A user storage that keeps OTPs itself, as storages did before Keycloak had a table for them. It gets only the secret of a TOTP, as text,
 * so digits, algorithm and period are the realm's. It has every user whose name begins with {@link #PREFIX}. All of them have one password.
 */
public final class OtpKeepingStorage implements UserStorageProvider, UserLookupProvider, CredentialInputValidator, CredentialInputUpdater {

    public static final String PREFIX = "stored-";
    public static final String PASSWORD = "battery staple";

    private static final Set<String> OTP_TYPES = Set.of(OTPCredentialModel.TYPE, OTPCredentialModel.TOTP, OTPCredentialModel.HOTP);

    private final KeycloakSession session;
    private final ComponentModel model;
    private final Map<String, String> secrets;

    OtpKeepingStorage(KeycloakSession session, ComponentModel model, Map<String, String> secrets) {
        this.session = session;
        this.model = model;
        this.secrets = secrets;
    }

    @Override
    public UserModel getUserById(RealmModel realm, String id) {
        return getUserByUsername(realm, StorageId.externalId(id));
    }

    @Override
    public UserModel getUserByUsername(RealmModel realm, String username) {
        return username.startsWith(PREFIX) ? new StoredUser(session, realm, model, username) : null;
    }

    @Override
    public UserModel getUserByEmail(RealmModel realm, String email) {
        return null;
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return PasswordCredentialModel.TYPE.equals(type) || OTP_TYPES.contains(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return PasswordCredentialModel.TYPE.equals(type) || OTP_TYPES.contains(type) && secrets.containsKey(user.getId());
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        if (PasswordCredentialModel.TYPE.equals(input.getType())) {
            return PASSWORD.equals(input.getChallengeResponse());
        }
        String secret = secrets.get(user.getId());
        OTPPolicy policy = realm.getOTPPolicy();
        return secret != null && new TimeBasedOTP(policy.getAlgorithm(), policy.getDigits(), policy.getPeriod(), policy.getLookAheadWindow())
                .validateTOTP(input.getChallengeResponse(), secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean updateCredential(RealmModel realm, UserModel user, CredentialInput input) {
        if (!OTP_TYPES.contains(input.getType())) {
            return false;
        }
        if (model.get(OtpKeepingStorageFactory.READ_ONLY, false)) {
            throw new ReadOnlyException("This storage is read-only.");
        }
        secrets.put(user.getId(), input.getChallengeResponse());
        return true;
    }

    @Override
    public void disableCredentialType(RealmModel realm, UserModel user, String type) {
        if (model.get(OtpKeepingStorageFactory.CAN_DISABLE, true) && OTP_TYPES.contains(type)) {
            secrets.remove(user.getId());
        }
    }

    @Override
    public Stream<String> getDisableableCredentialTypesStream(RealmModel realm, UserModel user) {
        return model.get(OtpKeepingStorageFactory.CAN_DISABLE, true) && secrets.containsKey(user.getId()) ? OTP_TYPES.stream() : Stream.empty();
    }

    @Override
    public void close() {
    }
}
