/**
 * Keeps requests apart that change the same thing, on all nodes: a lease is an entry of Keycloak's single-use object store. The package uses
 * Keycloak only, and knows nothing of credentials. Begin with {@link org.keycloak.credential.lease.Lease}.
 */
package org.keycloak.credential.lease;
