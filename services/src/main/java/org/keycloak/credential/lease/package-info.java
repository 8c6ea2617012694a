/**
 * Lets one request at a time change a thing, on all nodes. A lease is an entry of Keycloak's single-use object store; the package uses
 * Keycloak only, and knows nothing of credentials. Begin with {@link org.keycloak.credential.lease.LeasedTransaction}.
 */
package org.keycloak.credential.lease;
