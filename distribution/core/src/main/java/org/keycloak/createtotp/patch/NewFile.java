package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that Keycloak doesn't have.
 *
 * @param before as a patch before left it; empty where this one brings it
 * @param later as the patches that follow leave it
 */
record NewFile(String path, Optional<String> before, String text, List<String> later) implements Contribution {

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        Optional<String> present = keycloak.read(path);
        if (present.isEmpty() && before.isEmpty()) {
            return Optional.of(new Change(path, null, text));
        }
        String there = present.orElseGet(() -> keycloak.require(path));
        if (Stream.concat(Stream.of(text), later.stream()).anyMatch(form -> isSame(form, there))) {
            return Optional.empty();
        }
        if (before.filter(form -> isSame(form, there)).isEmpty()) {
            throw new MergeException(path, "is there already, but differs");
        }
        return Optional.of(new Change(path, there, LineEnds.adapt(text, there)));
    }

    private static boolean isSame(String form, String present) {
        return LineEnds.adapt(form, present).equals(present);
    }
}
