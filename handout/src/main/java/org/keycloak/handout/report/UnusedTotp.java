package org.keycloak.handout.report;

import java.time.Instant;
import java.util.stream.Stream;

import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;

/** A TOTP that was created before a time and never used. */
record UnusedTotp(String userId, String username, Totp totp) {

    /** The unused TOTPs of a user. The user may also have TOTPs that were used, or that are newer. */
    static Stream<UnusedTotp> of(UserTotpStatusRepresentation user, Instant createdBefore) {
        return user.getTotps().stream().filter(totp -> is(totp, createdBefore)).map(totp -> new UnusedTotp(user.getId(), user.getUsername(), totp));
    }

    static boolean is(Totp totp, Instant createdBefore) {
        return Boolean.FALSE.equals(totp.isUsed()) && totp.getCreatedDate() != null && totp.getCreatedDate() < createdBefore.toEpochMilli();
    }
}
