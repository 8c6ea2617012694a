package org.keycloak.services.resources.admin.coverage;

import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.userlist.Caller;
import org.keycloak.services.resources.admin.userlist.OwnUsers;

/**
 * The users of a realm whom a caller may view, with the states of their TOTPs. Service accounts are left out: they have no credentials.
 */
public interface TotpCoverage {

    /**
     * @return a stream in the order of Keycloak's list of users; the caller closes it
     */
    Stream<TotpCoverageUser> users();

    /**
     * Chooses the database alone if it knows everything: who may be viewed, and who has an OTP.
     */
    static TotpCoverage of(KeycloakSession session, Caller caller, TotpCoverageScope scope) {
        boolean inDatabase = scope.isAll() && caller.permission().viewsAll() && OwnUsers.areAllOf(session.getContext().getRealm());
        return inDatabase ? new TotpCoverageOfDatabase(session) : new TotpCoverageOfModel(caller, scope);
    }
}
