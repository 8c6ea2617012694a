package org.keycloak.services.resources.admin.coverage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.RealmCredentialsProvider.OfUser;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.credential.otp.method.TotpState;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.resources.admin.TotpStatus;
import org.keycloak.services.resources.admin.UserTotpState;

/**
 * The states of users whose credentials come from the database, many thousands in a second: few credentials differ in their data, so each data
 * is read once. The states are those of {@link TotpStatus}, at the time when this was made.
 */
final class TotpCoverageStates {

    private final TotpMethods methods;
    private final long now = Time.currentTimeMillis();
    private final Map<String, DataState> byData = new HashMap<>();

    TotpCoverageStates(TotpMethods methods) {
        this.methods = methods;
    }

    /**
     * @param credentials those of a user in a row
     * @return each user once, in the same order
     */
    Stream<TotpCoverageUser> of(Stream<OfUser> credentials) {
        Iterator<TotpCoverageUser> users = new Users(credentials.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(users, Spliterator.ORDERED), false).onClose(credentials::close);
    }

    private UserTotpState of(OfUser credential) {
        if (credential.credentialId() == null) {
            return UserTotpState.NONE;
        }
        DataState state = byData.computeIfAbsent(String.valueOf(credential.data()), data -> read(credential));
        return state == null ? UserTotpState.USED : state.of(credential.createdDate(), now);
    }

    /**
     * @return {@code null} for what isn't a TOTP. It isn't remembered: each HOTP has data of its own, with its counter
     */
    private DataState read(OfUser credential) {
        CredentialModel stored = new CredentialModel();
        stored.setId(credential.credentialId());
        stored.setType(OTPCredentialModel.TYPE);
        stored.setCredentialData(credential.data());
        stored.setSecretData("{}");
        return StoredOTP.readTotp(stored).map(totp -> {
            UserTotpState withoutDeadline = UserTotpState.of(TotpState.of(methods, totp));
            totp.setCreatedDate(0L);
            return new DataState(withoutDeadline, TotpState.deadline(methods, totp).map(Instant::toEpochMilli).orElse(null));
        }).orElse(null);
    }

    /**
     * What all credentials with the same data have in common.
     *
     * @param within milliseconds from the creation to the deadline; {@code null} if there is no deadline
     */
    private record DataState(UserTotpState withoutDeadline, Long within) {

        UserTotpState of(Long created, long now) {
            return within != null && created != null && created <= now - within ? UserTotpState.EXPIRED : withoutDeadline;
        }
    }

    /** Takes the rows of a user together. */
    private final class Users implements Iterator<TotpCoverageUser> {

        private final Iterator<OfUser> rows;
        private OfUser next;

        Users(Iterator<OfUser> rows) {
            this.rows = rows;
            read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public TotpCoverageUser next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            OfUser user = next;
            UserTotpState best = UserTotpState.NONE;
            for (; next != null && next.userId().equals(user.userId()); read()) {
                UserTotpState state = TotpCoverageStates.this.of(next);
                best = state.compareTo(best) < 0 ? state : best;
            }
            return new TotpCoverageUser(user.userId(), user.username(), best);
        }

        private void read() {
            next = rows.hasNext() ? rows.next() : null;
        }
    }
}
