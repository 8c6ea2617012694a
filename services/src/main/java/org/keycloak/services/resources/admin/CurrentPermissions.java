package org.keycloak.services.resources.admin;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * A caller's rights as they are now. The body of a request may arrive long after the request was let in, and the work for many users takes
 * minutes. Meanwhile roles change.
 */
public final class CurrentPermissions {

    private CurrentPermissions() {
    }

    /**
     * @param auth the caller's rights when the request came
     * @param own another session, in the same realm
     * @throws ForbiddenException if the caller's account was disabled or removed, or if the caller's session has ended
     */
    public static AdminPermissionEvaluator of(AdminPermissionEvaluator auth, KeycloakSession own) {
        AdminAuth caller = auth.adminAuth();
        RealmModel ofCaller = own.realms().getRealm(caller.getRealm().getId());
        if (ofCaller == null || hasEnded(caller.getToken().getSessionId(), own, ofCaller)) {
            throw new ForbiddenException();
        }
        AdminAuth now = new AdminAuth(ofCaller, caller.getToken(), user(caller.getUser(), own, ofCaller), own.clients().getClientById(ofCaller, caller.getClient().getId()));
        return AdminPermissions.evaluator(own, own.getContext().getRealm(), now);
    }

    /** Keycloak doesn't ask, and fails where it needs the session. A service account's token names none. */
    private static boolean hasEnded(String userSession, KeycloakSession own, RealmModel ofCaller) {
        return userSession != null && own.sessions().getUserSession(ofCaller, userSession) == null
                && own.sessions().getOfflineUserSession(ofCaller, userSession) == null;
    }

    private static UserModel user(UserModel caller, KeycloakSession own, RealmModel ofCaller) {
        UserModel now = LightweightUserAdapter.isLightweightUser(caller) ? caller : own.users().getUserById(ofCaller, caller.getId());
        if (now == null || !now.isEnabled()) {
            throw new ForbiddenException();
        }
        return now;
    }
}
