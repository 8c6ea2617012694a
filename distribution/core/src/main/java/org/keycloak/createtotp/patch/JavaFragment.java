package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;

/**
 * Interfaces, members and imports for a class of Keycloak's: a Java file of the same name that holds nothing else.
 */
record JavaFragment(String path, String text, OtherFragments others) implements Contribution {

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        String present = keycloak.require(path);
        return Change.between(path, present, merge(present));
    }

    /**
     * @param present the class as it is
     * @return the class with all that the fragment adds
     */
    String merge(String present) {
        JavaSource fragment = JavaSource.of(path, text);
        String merged = present;
        for (TypeDeclaration<?> type : fragment.unit().getTypes()) {
            merged = members(Addition.of(fragment, type), type.getNameAsString(), merged);
            merged = interfaces(type, merged);
        }
        for (ImportDeclaration declaration : fragment.unit().getImports()) {
            JavaSource source = JavaSource.of(path, merged);
            merged = Imports.isUsed(declaration, source) ? new Imports(source).add(declaration) : merged;
        }
        return Imports.withoutUnused(others.formerImports(), JavaSource.of(path, merged)).text();
    }

    /** One by one, each after the one before it. */
    private String members(List<Addition> additions, String type, String present) {
        Set<String> ours = Stream.concat(additions.stream().map(addition -> addition.member().signature()), others.signatures(type)).collect(Collectors.toSet());
        String merged = present;
        String former = "";
        for (Addition addition : additions) {
            JavaSource source = JavaSource.of(path, merged);
            merged = member(addition, ours, new Members(source, source.type(type)), addition.after().orElse(former));
            former = addition.member().signature();
        }
        return merged;
    }

    private String member(Addition addition, Set<String> ours, Members members, String anchor) {
        String type = members.type().getNameAsString();
        Optional<Place> place = addition.place().filter(candidate -> !members.isTaken(candidate, addition));
        if (place.isPresent()) {
            return members.takePlace(place.get(), addition);
        }
        Optional<Member> former = members.toReplace(addition, others.formerMembers(type));
        if (former.isPresent()) {
            return members.replace(former.get(), addition);
        }
        return members.has(addition, ours, others.laterMembers(type)) ? members.source().text() : members.insertAfter(anchor, addition);
    }

    private String interfaces(TypeDeclaration<?> type, String present) {
        String merged = present;
        for (ClassOrInterfaceType addition : Interfaces.of(type)) {
            JavaSource source = JavaSource.of(path, merged);
            merged = new Interfaces(source, source.type(type.getNameAsString())).add(addition);
        }
        return merged;
    }
}
