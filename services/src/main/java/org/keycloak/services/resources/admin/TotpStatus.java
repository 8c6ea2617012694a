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
    private final List<OTPCredentialModel> totps;
    /** Stored OTPs that are no TOTPs, or can't be read. */
    private final int others;

    public TotpStatus(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean supported = UserCredentials.supports(user);
        this.methods = new TotpMethods(realm);
        this.credentials = supported ? new UserCredentials(session, realm, user) : null;
        List<CredentialModel> stored = supported ? user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).toList() : List.of();
        this.totps = stored.stream().flatMap(credential -> StoredOTP.readTotp(credential).stream()).toList();
        this.others = stored.size() - totps.size();
    }

    /**
     * The state of the best OTP. Anything but {@code NONE} means that the user has an OTP, so what isn't a TOTP counts as used: an HOTP, an OTP
     * that the user's storage keeps, a credential that can't be read.
     */
    public UserTotpState state() {
        UserTotpState best = bestOfTotps();
        return best != UserTotpState.USED && (others > 0 || storageHasOne()) ? UserTotpState.USED : best;
    }

    private UserTotpState bestOfTotps() {
        return UserTotpState.best(totps.stream().map(totp -> UserTotpState.of(TotpState.of(methods, totp))));
    }

    private boolean storageHasOne() {
        return credentials != null && credentials.storageHas(OTPCredentialModel.TYPE);
    }

    UserTotpStatusRepresentation fill(UserTotpStatusRepresentation representation) {
        int otherOtps = others + (storageHasOne() ? 1 : 0);
        representation.setStatus((otherOtps > 0 ? UserTotpState.USED : bestOfTotps()).toString());
        representation.setTotps(totps.stream().map(this::totp).toList());
        representation.setOtherOtps(otherOtps);
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
