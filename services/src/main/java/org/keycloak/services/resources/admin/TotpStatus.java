package org.keycloak.services.resources.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.attempt.OTPLock;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.credential.otp.method.TotpState;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

/**
 * The TOTP credentials of a user: what each is good for, and its method.
 */
public final class TotpStatus {

    private final TotpMethods methods;
    private final UserCredentials credentials;
    private final List<CredentialModel> stored;

    public TotpStatus(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean supported = UserCredentials.supports(user);
        this.methods = new TotpMethods(realm);
        this.credentials = supported ? new UserCredentials(session, realm, user) : null;
        this.stored = supported ? user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).toList() : List.of();
    }

    /**
     * The state of the best OTP. Anything but {@code NONE} means that the user has an OTP, so what isn't a TOTP counts as used: an HOTP, an OTP
     * that the user's storage keeps, a credential that can't be read.
     */
    public UserTotpState state() {
        UserTotpState best = bestOfStored();
        return best != UserTotpState.USED && storageHasOne() ? UserTotpState.USED : best;
    }

    private UserTotpState bestOfStored() {
        return UserTotpState.best(stored.stream().map(credential -> state(methods, credential)));
    }

    private static UserTotpState state(TotpMethods methods, CredentialModel stored) {
        return StoredOTP.readTotp(stored).map(totp -> UserTotpState.of(TotpState.of(methods, totp))).orElse(UserTotpState.USED);
    }

    private boolean storageHasOne() {
        return credentials != null && credentials.storageHas(OTPCredentialModel.TYPE);
    }

    UserTotpStatusRepresentation fill(UserTotpStatusRepresentation representation) {
        List<OTPCredentialModel> totps = stored.stream().flatMap(credential -> StoredOTP.readTotp(credential).stream()).toList();
        boolean inStorage = storageHasOne();
        representation.setStatus((inStorage ? UserTotpState.USED : bestOfStored()).toString());
        representation.setTotps(totps.stream().map(this::totp).toList());
        representation.setOtherOtps(stored.size() - totps.size() + (inStorage ? 1 : 0));
        return representation;
    }

    private UserTotpStatusRepresentation.Totp totp(OTPCredentialModel credential) {
        OTPCredentialData data = credential.getOTPCredentialData();
        UserTotpStatusRepresentation.Totp totp = new UserTotpStatusRepresentation.Totp();
        totp.setId(credential.getId());
        totp.setUserLabel(credential.getUserLabel());
        totp.setMethod(methods.componentOf(credential).map(ComponentModel::getName).orElse(null));
        totp.setAlgorithm(data.getAlgorithm());
        totp.setDigits(data.getDigits());
        totp.setPeriod(data.getPeriod());
        totp.setCreatedDate(credential.getCreatedDate());
        totp.setStatus(TotpState.of(methods, credential).toString());
        totp.setUsed(!TotpCounter.of(credential).isUnused());
        Optional<Instant> deadline = TotpState.deadline(methods, credential);
        deadline.map(Instant::toEpochMilli).ifPresent(totp::setDeadline);
        totp.setLocked(!methods.isEmpty() && OTPLock.isOn(credential));
        return totp;
    }
}
