package org.keycloak.createtotp.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;

/**
 * A Java file as a syntax tree to look things up in, and as text to edit: only text that is never printed from a tree keeps its
 * lines byte for byte.
 */
final class JavaSource {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final String path;
    private final String text;
    private final CompilationUnit unit;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    /**
     * @throws MergeException where the text isn't Java
     */
    JavaSource(String path, String text) {
        this.path = path;
        this.text = text;
        ParseResult<CompilationUnit> parsed = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25)).parse(text);
        if (!parsed.isSuccessful()) {
            throw new MergeException(path, "can't be parsed: " + parsed.getProblem(0).getVerboseMessage());
        }
        this.unit = parsed.getResult().orElseThrow();
        Matcher lineEnd = LINE_END.matcher(text);
        while (lineEnd.find()) {
            lineStarts.add(lineEnd.end());
        }
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    CompilationUnit unit() {
        return unit;
    }

    /**
     * @throws MergeException where the file has no top-level type of this name
     */
    TypeDeclaration<?> type(String name) {
        return unit.getTypes().stream().filter(type -> type.getNameAsString().equals(name)).findFirst()
                .orElseThrow(() -> new MergeException(path, "no type " + name));
    }

    int begin(Node node) {
        return offset(node.getBegin().orElseThrow());
    }

    /** After the node's last character. */
    int end(Node node) {
        return offset(node.getEnd().orElseThrow()) + 1;
    }

    int lineBegin(int offset) {
        return lineStarts.stream().filter(start -> start <= offset).reduce(0, (former, latter) -> latter);
    }

    /** Before the line end. */
    int lineEnd(int offset) {
        Matcher lineEnd = LINE_END.matcher(text);
        return lineEnd.find(offset) ? lineEnd.start() : text.length();
    }

    String insert(int offset, String addition) {
        return text.substring(0, offset) + LineEnds.adapt(addition, text) + text.substring(offset);
    }

    private int offset(Position position) {
        return lineStarts.get(position.line - 1) + position.column - 1;
    }
}
