package org.keycloak.createtotp.patch;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service file ({@code META-INF/services}): ours where Keycloak has none, else Keycloak's with our providers at its end.
 */
record ServiceFile(String path, String text) implements Contribution {

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        Optional<String> present = keycloak.read(path);
        if (present.isEmpty()) {
            return providers().findAny().isEmpty() ? Optional.empty() : Optional.of(new Change(path, null, text));
        }
        return Change.between(path, present.get(), merge(present.get()));
    }

    private String merge(String present) {
        String lineEnd = LineEnds.of(present);
        Set<String> registered = present.lines().map(ServiceFile::provider).collect(Collectors.toSet());
        StringBuilder merged = new StringBuilder(present);
        providers().filter(provider -> !registered.contains(provider)).forEach(provider -> {
            if (merged.length() > 0 && merged.charAt(merged.length() - 1) != '\n') {
                merged.append(lineEnd);
            }
            merged.append(provider).append(lineEnd);
        });
        return merged.toString();
    }

    private Stream<String> providers() {
        return text.lines().map(ServiceFile::provider).filter(provider -> !provider.isEmpty());
    }

    /** Empty for a comment. */
    static String provider(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).trim();
    }
}
