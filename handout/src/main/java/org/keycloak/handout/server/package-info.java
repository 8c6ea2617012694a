/** The server and the login. Begin with {@link org.keycloak.handout.server.LoginOptions}; commands use {@link org.keycloak.handout.server.Server}. */
package org.keycloak.handout.server;
