package org.keycloak.services.resources.admin.bulk;

/**
 * Why a user of a request got no credential. Clients may know these messages: the help desk's page has them in its own languages.
 */
public final class BulkMessages {

    public static final String NOT_FOUND = "User not found";
    public static final String NO_RIGHT = "No right to change the user's credentials";
    public static final String IMPOSSIBLE = "The user can't have a credential of this type";
    public static final String SERVER_FAILED = "The server failed. Its log says where.";

    private BulkMessages() {
    }
}
