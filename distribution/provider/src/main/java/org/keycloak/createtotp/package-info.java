/**
 * Which version of the provider jar is in a server, and which of Keycloak's providers it has replaced. Nothing here is in the patch: a
 * patched Keycloak has a version of its own. Begin at {@link org.keycloak.createtotp.ProviderJarFactory}.
 */
package org.keycloak.createtotp;
