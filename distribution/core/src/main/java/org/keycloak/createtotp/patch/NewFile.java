package org.keycloak.createtotp.patch;

import java.util.Optional;

/**
 * A file that Keycloak doesn't have.
 */
record NewFile(String path, String text) implements Contribution {

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        Optional<String> present = keycloak.read(path);
        if (present.isEmpty()) {
            return Optional.of(new Change(path, null, text));
        }
        if (!LineEnds.adapt(text, present.get()).equals(present.get())) {
            throw new MergeException(path, "is there already, but differs");
        }
        return Optional.empty();
    }
}
