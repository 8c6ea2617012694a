package org.keycloak.credential.otp;

import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RealmModelDelegate;

/**
 * A realm with another OTP policy, for code of Keycloak's that looks up the policy in the realm.
 */
public final class RealmWithOTPPolicy extends RealmModelDelegate {

    private final OTPPolicy policy;

    public RealmWithOTPPolicy(RealmModel realm, OTPPolicy policy) {
        super(realm);
        this.policy = policy;
    }

    @Override
    public OTPPolicy getOTPPolicy() {
        return policy;
    }
}
