/**
 * Providers that tests bring along. These classes run in the server and are compiled against its SPIs. The other packages reach the
 * server by HTTP, and use these classes only for constants and to pack them into jars.
 */
package org.keycloak.testsuite.providers;
