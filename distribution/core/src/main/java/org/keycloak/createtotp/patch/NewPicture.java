package org.keycloak.createtotp.patch;

import java.util.Arrays;
import java.util.Optional;

/**
 * A picture that Keycloak doesn't have: it has no lines, so it is the same byte by byte, or another one.
 */
record NewPicture(String path, byte[] content) implements Contribution {

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        Optional<byte[]> present = keycloak.content(path);
        if (present.isEmpty()) {
            return Optional.of(new Change(path, null, content));
        }
        if (!Arrays.equals(content, present.get())) {
            throw new MergeException(path, "is there already, but differs");
        }
        return Optional.empty();
    }
}
