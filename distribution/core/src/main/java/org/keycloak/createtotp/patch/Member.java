package org.keycloak.createtotp.patch;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;

/**
 * A member of a type.
 */
record Member(BodyDeclaration<?> declaration) {

    static List<Member> of(TypeDeclaration<?> type) {
        return type.getMembers().stream().<Member>map(Member::new).toList();
    }

    /** As people call it: overloaded methods share it. */
    String name() {
        if (declaration instanceof CallableDeclaration<?> callable) {
            return callable.getNameAsString();
        }
        return signature();
    }

    /** As the compiler tells it from others. */
    String signature() {
        if (declaration instanceof CallableDeclaration<?> callable) {
            return callable.getSignature().asString();
        }
        if (declaration instanceof FieldDeclaration field) {
            return field.getVariables().stream().map(variable -> variable.getNameAsString()).collect(Collectors.joining(", "));
        }
        return declaration instanceof TypeDeclaration<?> type ? type.getNameAsString() : "";
    }

    /** What the signature would be under another name. */
    String signature(String otherName) {
        return otherName + signature().substring(name().length());
    }

    boolean isCalled(String nameOrSignature) {
        return name().equals(nameOrSignature) || signature().equals(nameOrSignature);
    }

    boolean isIn(Collection<Member> others) {
        return others.stream().anyMatch(other -> signature().equals(other.signature()) && isSameAs(other));
    }

    /** Whether both are the same to the compiler: formatting and comments don't count. */
    boolean isSameAs(Member other) {
        return tokens().equals(other.tokens());
    }

    private List<String> tokens() {
        return StreamSupport.stream(declaration.getTokenRange().orElseThrow().spliterator(), false)
                .filter(token -> !token.getCategory().isWhitespaceOrComment())
                .map(JavaToken::getText)
                .toList();
    }
}
