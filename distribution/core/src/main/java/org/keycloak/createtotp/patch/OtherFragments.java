package org.keycloak.createtotp.patch;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import com.github.javaparser.ast.ImportDeclaration;

/**
 * What the other patches of the series add to a class.
 *
 * @param former by the patches before: it may be replaced
 * @param later by those that follow: it may be there already
 */
record OtherFragments(List<JavaSource> former, List<JavaSource> later) {

    List<Member> formerMembers(String type) {
        return members(former, type).toList();
    }

    List<Member> laterMembers(String type) {
        return members(later, type).toList();
    }

    Stream<String> signatures(String type) {
        return Stream.of(former, later).flatMap(fragments -> members(fragments, type)).map(Member::signature);
    }

    Collection<ImportDeclaration> formerImports() {
        return former.stream().flatMap(fragment -> fragment.unit().getImports().stream()).toList();
    }

    private static Stream<Member> members(List<JavaSource> fragments, String type) {
        return fragments.stream().flatMap(fragment -> fragment.unit().getTypes().stream())
                .filter(declaration -> declaration.getNameAsString().equals(type)).flatMap(declaration -> Member.of(declaration).stream());
    }
}
