package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;

/**
 * Interfaces, members and imports for a class of Keycloak's: a Java file of the same name that holds nothing else.
 */
record JavaFragment(String path, String text) implements Contribution {

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        String present = keycloak.require(path);
        return Change.between(path, present, merge(present));
    }

    private String merge(String present) {
        JavaSource fragment = JavaSource.of(path, text);
        String merged = present;
        for (TypeDeclaration<?> type : fragment.unit().getTypes()) {
            merged = members(Addition.of(fragment, type), type.getNameAsString(), merged);
            merged = interfaces(type, merged);
        }
        for (ImportDeclaration declaration : fragment.unit().getImports()) {
            merged = isUsed(declaration, merged) ? new Imports(JavaSource.of(path, merged)).add(declaration) : merged;
        }
        return merged;
    }

    /** One by one, each after the one before it. */
    private String members(List<Addition> additions, String type, String present) {
        Set<String> ours = additions.stream().map(addition -> addition.member().signature()).collect(Collectors.toSet());
        String merged = present;
        String former = "";
        for (Addition addition : additions) {
            JavaSource source = JavaSource.of(path, merged);
            Members members = new Members(source, source.type(type));
            if (!members.has(addition, ours)) {
                merged = members.insertAfter(addition.after().orElse(former), addition.source());
            }
            former = addition.member().signature();
        }
        return merged;
    }

    private String interfaces(TypeDeclaration<?> type, String present) {
        String merged = present;
        for (ClassOrInterfaceType addition : Interfaces.of(type)) {
            JavaSource source = JavaSource.of(path, merged);
            merged = new Interfaces(source, source.type(type.getNameAsString())).add(addition);
        }
        return merged;
    }

    /** A member that isn't missing needs no import. */
    private static boolean isUsed(ImportDeclaration declaration, String merged) {
        return declaration.isAsterisk() || Pattern.compile("\\b" + declaration.getName().getIdentifier() + "\\b").matcher(merged).find();
    }
}
