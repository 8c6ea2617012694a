package org.keycloak.credential.otp.method;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.common.util.Time;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * What a stored TOTP is good for, the best first. Of several that apply to one TOTP, the last counts: only a new credential helps a user whose
 * TOTP is expired, and only an administrator ends a lock.
 * <p>
 * A realm without TOTP methods knows no locks and no deadlines. An HOTP counts as used.
 */
public enum TotpState {

    USED, UNUSED, LOCKED, EXPIRED;

    public static TotpState of(TotpMethods methods, OTPCredentialModel credential) {
        TotpCounter counter = TotpCounter.of(credential);
        if (deadline(methods, credential).filter(deadline -> !now().isBefore(deadline)).isPresent()) {
            return EXPIRED;
        }
        if (counter.isLocked() && !methods.isEmpty()) {
            return LOCKED;
        }
        return counter.isUnused() ? UNUSED : USED;
    }

    /**
     * When an unused TOTP expires, or has expired: as long after its creation as its method says at present. A date of creation in the future,
     * which an import may bring, delays it.
     *
     * @return empty for a TOTP that is used, belongs to no method, or has no date of creation, and for a method without a limit
     */
    public static Optional<Instant> deadline(TotpMethods methods, OTPCredentialModel credential) {
        Long created = credential.getCreatedDate();
        if (created == null || !TotpCounter.of(credential).isUnused()) {
            return Optional.empty();
        }
        return methods.of(credential).map(TotpMethod::activateWithin).filter(seconds -> seconds > 0).map(seconds -> deadline(created, seconds));
    }

    /** An import may bring any date. The deadline always is one that a {@code long} of milliseconds holds. */
    private static Instant deadline(long created, int seconds) {
        long within = 1000L * seconds;
        return Instant.ofEpochMilli(Math.min(created, Long.MAX_VALUE - within) + within);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    /** As the admin API writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
