package org.keycloak.createtotp.patch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;

/**
 * A Java file as a syntax tree to look things up in, and as text to edit: what JavaParser's LexicalPreservingPrinter adds to a file
 * loses its Javadoc and indentation, and the file's CRLF.
 */
record JavaSource(String path, String text, CompilationUnit unit) {

    private static final Pattern BLANK_LINES = Pattern.compile("[^\\r\\n]*\\r?\\n(?:[ \\t]*\\r?\\n)*");
    private static final Pattern BLANK_LINE_OR_BLOCK_END = Pattern.compile("\\r?\\n|\\s*}");

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

    /** Of the node's line, where nothing else is before it there. */
    int lineBegin(Node node) {
        int begin = begin(node);
        int line = text.lastIndexOf('\n', begin - 1) + 1;
        return text.substring(line, begin).isBlank() ? line : begin;
    }

    /** Of the node's first line, or of the first comment's above it. */
    int beginWithComments(Node node) {
        int former = before(node).filter(token -> !token.getCategory().isWhitespaceOrComment()).findFirst().map(this::end).orElse(0);
        Matcher lines = BLANK_LINES.matcher(text).region(former, begin(node));
        return lines.lookingAt() ? lines.end() : begin(node);
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

    /** Whether code names it, or Javadoc does: imports don't count. */
    boolean uses(String identifier) {
        Pattern word = Pattern.compile("\\b" + identifier + "\\b");
        return unit.getTypes().stream().flatMap(type -> StreamSupport.stream(tokens(type).spliterator(), false))
                .anyMatch(token -> token.getCategory().isIdentifier() ? token.getText().equals(identifier)
                        : token.getKind() == JavaToken.Kind.JAVADOC_COMMENT.getKind() && word.matcher(token.getText()).find());
    }

    private static TokenRange tokens(TypeDeclaration<?> type) {
        TokenRange code = type.getTokenRange().orElseThrow();
        return type.getComment().flatMap(Node::getTokenRange).map(comment -> code.withBegin(comment.getBegin())).orElse(code);
    }

    /** Without the node's lines and the comments above them; no blank line stays at the end of a block, nor one beside another. */
    JavaSource without(Node node) {
        String above = text.substring(0, beginWithComments(node));
        String below = text.substring(lineEnd(end(node))).replaceFirst("^\\r?\\n", "");
        boolean separates = BLANK_LINE_OR_BLOCK_END.matcher(below).lookingAt();
        return of(path, (separates ? above.replaceFirst("(?<=\\n)\\r?\\n$", "") : above) + below);
    }

    String insert(int offset, String addition) {
        return text.substring(0, offset) + LineEnds.adapt(addition, text) + text.substring(offset);
    }
}
