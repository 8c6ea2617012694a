package org.keycloak.services.resources.admin.userlist;

import org.keycloak.storage.StorageId;

/**
 * Ids of users whom a user storage keeps, see {@link StorageId}: {@code f:}, the id of the storage, a colon, and the storage's own id.
 */
public final class StorageUserIds {

    private static final String BEGINNING = "f:";

    private StorageUserIds() {
    }

    /** Whether the id is one of a user storage. */
    public static boolean isOne(String id) {
        return id.startsWith(BEGINNING) && id.indexOf(':', BEGINNING.length()) >= 0;
    }

    /** Whether the id only begins like one of a user storage. Keycloak fails if it is asked for such an id. */
    static boolean isMalformed(String id) {
        return id.startsWith(BEGINNING) && !isOne(id);
    }
}
