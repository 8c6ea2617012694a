/**
 * Credentials for many users in one request. Begin with {@link org.keycloak.services.resources.admin.bulk.BulkEnrolment}.
 */
package org.keycloak.services.resources.admin.bulk;
