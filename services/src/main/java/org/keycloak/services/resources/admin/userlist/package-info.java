/**
 * Lists of users that a caller may view, for requests about many users. Begin with {@link org.keycloak.services.resources.admin.userlist.UserPages}.
 */
package org.keycloak.services.resources.admin.userlist;
