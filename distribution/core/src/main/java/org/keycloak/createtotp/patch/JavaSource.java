package org.keycloak.createtotp.patch;

import java.util.Optional;
import java.util.stream.Stream;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;

/**
 * A Java file as a syntax tree to look things up in, and as text to edit: what JavaParser's LexicalPreservingPrinter adds to a file
 * loses its Javadoc and indentation, and the file's CRLF.
 */
record JavaSource(String path, String text, CompilationUnit unit) {

    /**
     * @throws MergeException where the text isn't Java
     */
    static JavaSource of(String path, String text) {
        ParseResult<CompilationUnit> parsed = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25)).parse(text);
        if (!parsed.isSuccessful()) {
            throw new MergeException(path, "can't be parsed: " + parsed.getProblem(0).getVerboseMessage());
        }
        return new JavaSource(path, text, parsed.getResult().orElseThrow());
    }

    /**
     * @throws MergeException where the file has no top-level type of this name
     */
    TypeDeclaration<?> type(String name) {
        return unit.getTypes().stream().filter(type -> type.getNameAsString().equals(name)).findFirst()
                .orElseThrow(() -> new MergeException(path, "no type " + name));
    }

    int begin(Node node) {
        return length(before(node));
    }

    /** After the node's last character. */
    int end(Node node) {
        return end(node.getTokenRange().orElseThrow().getEnd());
    }

    int end(JavaToken token) {
        return length(backwards(Optional.of(token)));
    }

    /** Before the line end. */
    int lineEnd(int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    /** What new lines beside the node are indented with. */
    String indentation(Node node) {
        String before = text.substring(0, begin(node));
        String indentation = before.substring(before.lastIndexOf('\n') + 1);
        return indentation.isBlank() ? indentation : "    ";
    }

    /** The tokens before the node, the nearest first. */
    static Stream<JavaToken> before(Node node) {
        return backwards(node.getTokenRange().orElseThrow().getBegin().getPreviousToken());
    }

    private static Stream<JavaToken> backwards(Optional<JavaToken> from) {
        return Stream.iterate(from, Optional::isPresent, token -> token.get().getPreviousToken()).map(Optional::get);
    }

    /** All tokens add up to the text. */
    private static int length(Stream<JavaToken> tokens) {
        return tokens.mapToInt(token -> token.getText().length()).sum();
    }

    String insert(int offset, String addition) {
        return text.substring(0, offset) + LineEnds.adapt(addition, text) + text.substring(offset);
    }
}
