package org.keycloak.services.resources.admin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sessions for parts of a long request, so that what one part has read doesn't stay in memory while the next one reads.
 */
final class OwnSessions {

    private final KeycloakSession session;

    /**
     * @param session of the request, which has only read until now
     */
    OwnSessions(KeycloakSession session) {
        this.session = session;
    }

    /**
     * @param part uses the session that it is given, which has the request's realm and caller; its transaction is committed at the end
     */
    <V> V run(KeycloakSessionTaskWithResult<V> part) {
        if (session.getTransactionManager().isActive()) {
            session.getTransactionManager().commit(); // gives its database connection back
        }
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            own.getContext().setBearerToken(session.getContext().getBearerToken());
            return part.run(own);
        }, "Status of TOTPs");
    }
}
