package org.keycloak.services.resources.admin;

/**
 * A user who is counted or listed.
 */
record TotpCoverageUser(String id, String username, UserTotpState state) {
}
