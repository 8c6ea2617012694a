package org.keycloak.services.resources.admin;

import java.util.stream.Stream;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.storage.UserStorageProvider;

/**
 * The users of a realm whom a caller may view, with the states of their TOTPs. Service accounts are left out: they have no credentials.
 */
interface TotpCoverage {

    /**
     * @return a stream ordered by the names of the users; the caller closes it
     */
    Stream<TotpCoverageUser> users();

    /**
     * Chooses the database alone if it knows everything: who may be viewed, and who has an OTP. A permission for all users isn't enough for
     * the first, because another permission may deny one of them.
     */
    static TotpCoverage of(KeycloakSession session, AdminPermissionEvaluator auth, TotpCoverageScope scope) {
        RealmModel realm = session.getContext().getRealm();
        boolean viewsAll = auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
        boolean hasStorage = realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName()).findAny().isPresent();
        return scope.isAll() && viewsAll && !hasStorage ? new TotpCoverageOfDatabase(session) : new TotpCoverageOfModel(session, auth, scope);
    }
}
