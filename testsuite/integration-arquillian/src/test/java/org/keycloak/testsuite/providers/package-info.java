/**
 * Providers that tests bring along. These classes run in the server and are compiled against its SPIs. All other packages of the suite know
 * the server by HTTP only. Of these classes they know only constants.
 */
package org.keycloak.testsuite.providers;
