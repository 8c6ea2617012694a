package org.keycloak.createtotp.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.AccessSpecifier;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;

/**
 * Keycloak's method below the one of ours that takes its place: of its lines only those of the declaration change.
 */
record TakenPlace(JavaSource source, MethodDeclaration theirs) {

    private static final List<AccessSpecifier> RISING = List.of(AccessSpecifier.PRIVATE, AccessSpecifier.NONE, AccessSpecifier.PROTECTED,
            AccessSpecifier.PUBLIC);

    /**
     * @param ours has the comment above Keycloak's method to itself, unless it brings one
     * @return the file's text with both
     * @throws MergeException where Keycloak's method would be seen from further away than it was
     */
    String with(Addition ours, Place place) {
        List<Edit> edits = new ArrayList<>();
        theirs.getAnnotationByName("Override").ifPresent(override -> edits.add(cut(override)));
        visibility(place).ifPresent(edits::add);
        edits.add(new Edit(source.begin(theirs.getName()), source.end(theirs.getName()), place.newName()));
        int begin = ours.isCommented() ? source.beginWithComments(theirs) : source.lineBegin(theirs);
        edits.add(new Edit(begin, begin, LineEnds.adapt(ours.source(source.indentation(theirs)) + "\n\n", source.text())));
        return edits.stream().sorted(Comparator.comparingInt(Edit::begin).reversed()).reduce(source.text(), (text, edit) -> edit.in(text), String::concat);
    }

    private Optional<Edit> visibility(Place place) {
        AccessSpecifier present = theirs.getAccessSpecifier();
        if (RISING.indexOf(place.visibility()) > RISING.indexOf(present)) {
            throw new MergeException(source.path(), place.name() + " can't become " + place.newName() + ": it was not " + place.visibility().asString());
        }
        if (place.visibility() == present) {
            return Optional.empty();
        }
        Optional<Modifier> modifier = theirs.getModifiers().stream().filter(candidate -> candidate.getKeyword().asString().equals(present.asString())).findFirst();
        if (modifier.isEmpty()) {
            int begin = firstAfterAnnotations();
            return Optional.of(new Edit(begin, begin, place.visibility().asString() + " "));
        }
        return Optional.of(place.visibility() == AccessSpecifier.NONE ? cut(modifier.get())
                : new Edit(source.begin(modifier.get()), source.end(modifier.get()), place.visibility().asString()));
    }

    private int firstAfterAnnotations() {
        return theirs.getAnnotations().getLast().map(annotation -> cut(annotation).end()).orElseGet(() -> source.begin(theirs));
    }

    /** With the white space behind it. */
    private Edit cut(Node node) {
        JavaToken next = node.getTokenRange().orElseThrow().getEnd().getNextToken().orElseThrow();
        while (next.getCategory().isWhitespace()) {
            next = next.getNextToken().orElseThrow();
        }
        return new Edit(source.begin(node), source.end(next) - next.getText().length(), "");
    }

    private record Edit(int begin, int end, String replacement) {

        String in(String text) {
            return text.substring(0, begin) + replacement + text.substring(end);
        }
    }
}
