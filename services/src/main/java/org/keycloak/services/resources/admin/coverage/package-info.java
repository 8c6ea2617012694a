/**
 * Which users have which TOTPs: the list and the counts for administrators. Begin with
 * {@link org.keycloak.services.resources.admin.coverage.TotpCoverage}.
 */
package org.keycloak.services.resources.admin.coverage;
