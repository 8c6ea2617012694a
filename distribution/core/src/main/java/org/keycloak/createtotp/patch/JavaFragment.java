package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;

/**
 * Members and imports for a class of Keycloak's: a Java file of the same name that holds nothing else. The comment
 * {@code // after: NAME} names the member of Keycloak's that those below it follow.
 */
record JavaFragment(String path, String text) implements Contribution {

    private static final String AFTER = "after: ";

    @Override
    public Optional<Change> changeTo(SourceTree keycloak) {
        String present = keycloak.require(path);
        String merged = merge(present);
        return merged.equals(present) ? Optional.empty() : Optional.of(new Change(path, present, merged));
    }

    private String merge(String present) {
        JavaSource fragment = new JavaSource(path, text);
        String merged = present;
        for (TypeDeclaration<?> type : fragment.unit().getTypes()) {
            merged = members(fragment, type, merged);
        }
        for (ImportDeclaration declaration : fragment.unit().getImports()) {
            merged = Imports.of(new JavaSource(path, merged)).add(declaration);
        }
        return merged;
    }

    /** One by one, each after the one before it. */
    private String members(JavaSource fragment, TypeDeclaration<?> type, String present) {
        List<Member> additions = Member.of(type);
        Set<String> ours = additions.stream().map(Member::signature).collect(Collectors.toSet());
        String merged = present;
        String former = "";
        for (Member addition : additions) {
            Members members = new Members(new JavaSource(path, merged), type.getNameAsString());
            String after = anchor(fragment, addition).orElse(former);
            if (!members.has(addition, ours)) {
                merged = members.insertAfter(after, source(fragment, addition));
            }
            former = addition.signature();
        }
        return merged;
    }

    /** The member named by a comment directly above this one. */
    private Optional<String> anchor(JavaSource fragment, Member member) {
        TypeDeclaration<?> type = (TypeDeclaration<?>) member.declaration().getParentNode().orElseThrow();
        int begin = fragment.begin(member.declaration());
        int former = Member.of(type).stream().mapToInt(other -> fragment.begin(other.declaration())).filter(other -> other < begin).max().orElse(-1);
        return type.getAllContainedComments().stream()
                .filter(JavaFragment::isAnchor)
                .filter(comment -> fragment.begin(comment) > former && fragment.begin(comment) < begin)
                .map(comment -> comment.getContent().trim().substring(AFTER.length()))
                .findFirst();
    }

    private static boolean isAnchor(Comment comment) {
        return comment.isLineComment() && comment.getContent().trim().startsWith(AFTER);
    }

    /** With its Javadoc, and without indentation. */
    private static String source(JavaSource fragment, Member member) {
        int begin = member.declaration().getComment().filter(comment -> !isAnchor(comment))
                .map(fragment::begin).orElseGet(() -> fragment.begin(member.declaration()));
        int lineBegin = fragment.lineBegin(begin);
        String indentation = fragment.text().substring(lineBegin, begin);
        return fragment.text().substring(begin, fragment.end(member.declaration())).replace("\n" + indentation, "\n");
    }
}
