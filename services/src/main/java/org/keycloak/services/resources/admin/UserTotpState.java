package org.keycloak.services.resources.admin;

import java.util.Locale;
import java.util.stream.Stream;

import org.keycloak.credential.otp.method.TotpState;

/**
 * What the best of a user's OTPs is good for, the best first.
 */
public enum UserTotpState {

    USED, UNUSED, LOCKED, EXPIRED, NONE;

    public static UserTotpState of(TotpState state) {
        return switch (state) {
            case USED -> USED;
            case UNUSED -> UNUSED;
            case LOCKED -> LOCKED;
            case EXPIRED -> EXPIRED;
        };
    }

    static UserTotpState best(Stream<UserTotpState> states) {
        return states.min(UserTotpState::compareTo).orElse(NONE);
    }

    /** As the admin API writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
