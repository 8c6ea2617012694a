package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.javaparser.ast.AccessSpecifier;

/**
 * A place that a member of a fragment takes: {@code // in place of: NAME, which becomes: [VISIBILITY] NAME}. It is that of Keycloak's
 * method of this name with the member's parameter types, which stays, private or as stated; or, {@code // in place of: NAME, which is empty},
 * goes, as nothing is lost.
 *
 * @param name of Keycloak's method
 * @param newName what it is called from now on; {@code null} where it goes
 */
record Place(String name, AccessSpecifier visibility, String newName) {

    private static final Pattern DIRECTION = Pattern.compile(
            "// in place of: (\\w+), which (?:is empty|becomes: (?:(private|package-private|protected|public) )?(\\w+))");

    static Optional<Place> of(List<String> lines) {
        return lines.stream().map(String::strip).map(DIRECTION::matcher).filter(Matcher::matches).findFirst()
                .map(direction -> new Place(direction.group(1), visibility(direction.group(2)), direction.group(3)));
    }

    static boolean isDirection(String line) {
        return DIRECTION.matcher(line.strip()).matches();
    }

    boolean isOfEmptyMethod() {
        return newName == null;
    }

    private static AccessSpecifier visibility(String stated) {
        if (stated == null) {
            return AccessSpecifier.PRIVATE;
        }
        return stated.equals("package-private") ? AccessSpecifier.NONE : AccessSpecifier.valueOf(stated.toUpperCase(Locale.ROOT));
    }
}
