package org.keycloak.createtotp.patch;

/**
 * What becomes of one file.
 *
 * @param path in Keycloak's tree, with slashes
 * @param before the text as it is; {@code null} for a new file
 * @param after the text as it is to be
 */
record Change(String path, String before, String after) {

    boolean isNewFile() {
        return before == null;
    }
}
