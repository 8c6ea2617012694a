package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.javaparser.ast.body.TypeDeclaration;

/**
 * A member of a fragment. Comments directly above it say how it is added: {@code // after: NAME} names the member of Keycloak's that
 * it and those below it follow; {@code // where missing} leaves a member of the same signature as it is, whatever it does: that is for
 * what later versions of Keycloak have, and earlier ones lack; {@code // in place of: } moves a method of Keycloak's (see {@link Place}).
 *
 * @param above the lines between the former member's and this one's
 * @param code the member itself, indented
 */
record Addition(Member member, List<String> above, String code) {

    private static final String AFTER = "// after: ";
    private static final String WHERE_MISSING = "// where missing";

    static List<Addition> of(JavaSource fragment, TypeDeclaration<?> type) {
        return Member.of(type).stream().map(member -> of(fragment, member)).toList();
    }

    private static Addition of(JavaSource fragment, Member member) {
        int former = JavaSource.before(member.declaration()).filter(token -> !token.getCategory().isWhitespaceOrComment())
                .findFirst().map(fragment::end).orElseThrow();
        int begin = fragment.begin(member.declaration());
        String gap = fragment.text().substring(former, begin);
        int line = gap.lastIndexOf('\n') + 1;
        String code = gap.substring(line) + fragment.text().substring(begin, fragment.end(member.declaration()));
        return new Addition(member, gap.substring(0, line).lines().skip(1).toList(), code);
    }

    Optional<String> after() {
        return above.stream().map(String::strip).filter(line -> line.startsWith(AFTER)).map(line -> line.substring(AFTER.length())).findFirst();
    }

    boolean isOnlyWhereMissing() {
        return above.stream().map(String::strip).anyMatch(WHERE_MISSING::equals);
    }

    Optional<Place> place() {
        return Place.of(above);
    }

    boolean isCommented() {
        return comments().findAny().isPresent();
    }

    /** With its Javadoc. */
    String source(String indentation) {
        return Stream.concat(comments(), code.lines()).collect(Collectors.joining("\n")).stripIndent().lines()
                .map(line -> line.isBlank() ? line : indentation + line).collect(Collectors.joining("\n"));
    }

    private Stream<String> comments() {
        return above.stream().filter(line -> !isDirection(line)).dropWhile(String::isBlank);
    }

    private static boolean isDirection(String line) {
        return line.strip().startsWith(AFTER) || line.strip().equals(WHERE_MISSING) || Place.isDirection(line);
    }
}
