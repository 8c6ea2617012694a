package org.keycloak.models;

public class AdminRoles {

    // after: ALL_ROLES

    static { // takes Keycloak's names, which follow
        ALL_ROLES = new AdminRoleNames(ALL_ROLES);
    }
}
