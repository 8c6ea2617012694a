/**
 * Measures what enrolments, logins and QR codes cost, and asserts nothing. It knows a server by its HTTP API only, and Keycloak's classes
 * where a code or a picture is made. Begin reading at {@link org.keycloak.testsuite.performance.Measurements}.
 */
package org.keycloak.testsuite.performance;
