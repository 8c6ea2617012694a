package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;

/**
 * Include directives for an AsciiDoc file of Keycloak's: the first line of the fragment, {@code // after: NAME}, names the topic
 * that they follow, the other lines are added as they are.
 */
record IncludeFragment(String path, String text) implements Contribution {

    private static final String AFTER = "// after: ";

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        if (!keycloak.hasDocumentation()) {
            return Optional.empty();
        }
        String present = keycloak.require(path);
        List<String> lines = present.lines().toList();
        List<String> missing = text.lines().skip(1).filter(include -> !isIn(lines, include)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Change(path, present, insert(missing, present)));
    }

    private boolean isIn(List<String> lines, String include) {
        if (lines.contains(include)) {
            return true;
        }
        String directive = include.substring(0, include.indexOf('[') + 1);
        if (lines.stream().anyMatch(line -> line.startsWith(directive))) {
            throw new MergeException(path, directive + "…] is there already, but differs");
        }
        return false;
    }

    private String insert(List<String> includes, String present) {
        String anchor = text.lines().findFirst().orElse("").replace(AFTER, "");
        int found = present.indexOf(anchor);
        if (found < 0) {
            throw new MergeException(path, "no " + anchor + " to put the new topic after");
        }
        String lineEnd = LineEnds.of(present);
        int end = present.indexOf(lineEnd, found);
        int at = end < 0 ? present.length() : end;
        return present.substring(0, at) + lineEnd + String.join(lineEnd, includes) + present.substring(at);
    }
}
