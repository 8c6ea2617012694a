package org.keycloak.createtotp.patch;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param path in Keycloak's tree, with slashes
 * @param before the file as it is; {@code null} for a new file
 * @param after the file as it is to be
 */
record Change(String path, byte[] before, byte[] after) {

    /** Of a text. */
    Change(String path, String before, String after) {
        this(path, before == null ? null : before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return nothing where nothing changes
     */
    static Optional<Change> between(String path, String before, String after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new Change(path, before, after));
    }

    /** This one and the next one, in one. */
    Change then(Change next) {
        return new Change(path, before, next.after());
    }

    boolean isNewFile() {
        return before == null;
    }

    /** As it is to be. */
    String text() {
        return new String(after, StandardCharsets.UTF_8);
    }
}
