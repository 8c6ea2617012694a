package org.keycloak.testsuite.arquillian.container;

import java.net.URI;

/**
 * One process of a server, and where it answers.
 *
 * @param url without a slash at the end
 */
record KeycloakNode(URI url, ServerProcess process) {
}
