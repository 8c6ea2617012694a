/**
 * Providers that tests bring along. These classes run in the server and are compiled against its SPIs; all other packages of the suite
 * know the server by HTTP only, and of these classes no more than their names.
 */
package org.keycloak.testsuite.providers;
