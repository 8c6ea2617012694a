package org.keycloak.services.credential;

import java.util.function.UnaryOperator;

import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.models.RealmModel;

/**
 * The keys of the leases to change a user's credentials, see {@link CredentialLeases}.
 *
 * @param ofAdministrators the key of the administrators' lease, for the id of a user
 * @param ofUser the key of the user's own lease
 */
public record CredentialLeaseKeys(UnaryOperator<String> ofAdministrators, UnaryOperator<String> ofUser) {

    /**
     * @param realm of a session that has a transaction
     */
    public static CredentialLeaseKeys of(RealmModel realm) {
        return new CredentialLeaseKeys(SingleUseKey.ofEach("credential-turn", realm), SingleUseKey.ofEach("own-credential-turn", realm));
    }
}
