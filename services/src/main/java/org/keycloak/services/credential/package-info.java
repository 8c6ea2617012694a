/**
 * What the endpoints of administrators and of users share: the fields of a body, the accepted type of the reply, and a change in one leased
 * transaction. The package uses {@code org.keycloak.credential} and its leases. Begin with
 * {@link org.keycloak.services.credential.CredentialChange}.
 */
package org.keycloak.services.credential;
