package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.attempt.OTPLock;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.representations.idm.TotpStatusRepresentation;

/**
 * The TOTP credentials of a user, with the method of each, and whether it is locked.
 */
final class TotpStatus {

    private final TotpMethods methods;
    private final UserModel user;

    TotpStatus(RealmModel realm, UserModel user) {
        this.methods = new TotpMethods(realm);
        this.user = user;
    }

    TotpStatusRepresentation representation() {
        TotpStatusRepresentation status = new TotpStatusRepresentation();
        status.setTotps(UserCredentials.supports(user) ? totps() : List.of());
        return status;
    }

    private List<TotpStatusRepresentation.Totp> totps() {
        Stream<CredentialModel> stored = user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE);
        return stored.flatMap(credential -> StoredOTP.readTotp(credential).stream()).map(this::totp).toList();
    }

    private TotpStatusRepresentation.Totp totp(OTPCredentialModel credential) {
        OTPCredentialData data = credential.getOTPCredentialData();
        TotpStatusRepresentation.Totp totp = new TotpStatusRepresentation.Totp();
        totp.setId(credential.getId());
        totp.setUserLabel(credential.getUserLabel());
        totp.setMethod(methods.componentOf(credential).map(ComponentModel::getName).orElse(null));
        totp.setAlgorithm(data.getAlgorithm());
        totp.setDigits(data.getDigits());
        totp.setPeriod(data.getPeriod());
        totp.setCreatedDate(credential.getCreatedDate());
        totp.setLocked(!methods.isEmpty() && OTPLock.isOn(credential));
        return totp;
    }
}
