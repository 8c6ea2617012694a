package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;

/**
 * The interfaces that one of Keycloak's classes implements.
 */
record Interfaces(JavaSource source, TypeDeclaration<?> type) {

    private static final Set<String> AFTER_INTERFACES = Set.of("{", "permits");

    static List<ClassOrInterfaceType> of(TypeDeclaration<?> type) {
        return type instanceof NodeWithImplements<?> implementor ? List.copyOf(implementor.getImplementedTypes()) : List.of();
    }

    /**
     * @return the file's text with the interface, at the end of the list
     * @throws MergeException where the class implements it with other type arguments
     */
    String add(ClassOrInterfaceType addition) {
        for (ClassOrInterfaceType present : of(type)) {
            if (present.getNameAsString().equals(addition.getNameAsString())) {
                if (!arguments(present).equals(arguments(addition))) {
                    throw new MergeException(source.path(), type.getNameAsString() + " implements " + present.asString()
                            + " already, with other type arguments than " + addition.asString());
                }
                return source.text();
            }
        }
        return source.insert(source.end(lastToken()), (of(type).isEmpty() ? " implements " : ", ") + addition.getTokenRange().orElseThrow());
    }

    private static List<String> arguments(ClassOrInterfaceType type) {
        return type.getTypeArguments().stream().flatMap(List::stream).map(Type::asString).toList();
    }

    /** Of the declaration up to its interfaces: it may have comments behind it. */
    private JavaToken lastToken() {
        JavaToken name = type.getName().getTokenRange().orElseThrow().getEnd();
        return Stream.iterate(name, token -> !AFTER_INTERFACES.contains(token.getText()), token -> token.getNextToken().orElseThrow())
                .filter(token -> !token.getCategory().isWhitespaceOrComment())
                .reduce(name, (former, latter) -> latter);
    }
}
