package org.keycloak.services.resources.admin.coverage;

import org.keycloak.services.resources.admin.UserTotpState;
/**
 * A user who is counted or listed.
 */
public record TotpCoverageUser(String id, String username, UserTotpState state) {
}
