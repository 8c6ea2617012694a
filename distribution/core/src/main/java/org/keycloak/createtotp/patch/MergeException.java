package org.keycloak.createtotp.patch;

/**
 * Our change doesn't fit Keycloak's sources. The message names the file, and the member where there is one.
 */
final class MergeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MergeException(String path, String reason) {
        super(path + ": " + reason);
    }
}
