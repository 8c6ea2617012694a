package org.keycloak.createtotp.patch;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;

/**
 * The members of one of Keycloak's types.
 */
record Members(JavaSource source, TypeDeclaration<?> type) {

    /**
     * @param ours signatures of all that is to be added: overloads among them are no obstacle to each other
     * @param later what a later patch may have put in its place
     * @throws MergeException where there is a member of this name that is another one
     */
    boolean has(Addition addition, Set<String> ours, List<Member> later) {
        Member added = addition.member();
        Optional<Member> present = find(added.signature());
        if (present.isPresent()) {
            if (!addition.isOnlyWhereMissing() && !present.get().isSameAs(added) && !present.get().isIn(later)) {
                throw differs(present.get().signature());
            }
            return true;
        }
        Member.of(type).stream().filter(member -> member.name().equals(added.name()) && !ours.contains(member.signature())).findFirst().ifPresent(overload -> {
            throw differs(overload.signature());
        });
        return false;
    }

    /**
     * @param candidates only one of these is replaced
     */
    Optional<Member> toReplace(Addition addition, List<Member> candidates) {
        return find(addition.member().signature()).filter(present -> present.isIn(candidates) && !present.isSameAs(addition.member()));
    }

    /**
     * @return the file's text with the addition in the member's stead
     */
    String replace(Member former, Addition addition) {
        int begin = source.beginWithComments(former.declaration());
        String text = LineEnds.adapt(addition.source(source.indentation(former.declaration())), source.text());
        return source.text().substring(0, begin) + text + source.text().substring(source.end(former.declaration()));
    }

    /** Whether there are methods of both names already, or ours where only that was to be left. */
    boolean isTaken(Place place, Addition addition) {
        Optional<Member> present = find(addition.member().signature());
        return place.isOfEmptyMethod() ? present.filter(addition.member()::isSameAs).isPresent()
                : present.isPresent() && find(addition.member().signature(place.newName())).isPresent();
    }

    /**
     * @return the file's text with the addition in the place of Keycloak's method
     * @throws MergeException where there is no such method, another one has its new name, or one that should be empty isn't
     */
    String takePlace(Place place, Addition addition) {
        if (place.isOfEmptyMethod()) {
            return replace(emptyMethod(place, addition), addition);
        }
        String signature = addition.member().signature(place.name());
        String newSignature = addition.member().signature(place.newName());
        if (find(newSignature).isPresent()) {
            throw differs(newSignature);
        }
        MethodDeclaration theirs = find(signature).filter(member -> !member.isSameAs(addition.member()))
                .flatMap(member -> member.declaration().toMethodDeclaration())
                .orElseThrow(() -> new MergeException(source.path(), "no " + type.getNameAsString() + "." + signature + " to become " + newSignature));
        return new TakenPlace(source, theirs).with(addition, place);
    }

    /** Without comments either: they would go with it. */
    private Member emptyMethod(Place place, Addition addition) {
        String signature = addition.member().signature(place.name());
        return find(signature).filter(member -> signature.equals(addition.member().signature()))
                .filter(member -> member.declaration().toMethodDeclaration().flatMap(MethodDeclaration::getBody).filter(BlockStmt::isEmpty).isPresent())
                .filter(member -> member.declaration().getAllContainedComments().isEmpty() && member.declaration().getComment().isEmpty())
                .orElseThrow(() -> new MergeException(source.path(), "no empty " + type.getNameAsString() + "." + signature + " to replace"));
    }

    /**
     * @param anchor name or signature of a member
     * @return the file's text with the addition as the anchor's next member
     * @throws MergeException where there is no such member
     */
    String insertAfter(String anchor, Addition addition) {
        Member last = Member.of(type).stream().filter(member -> member.isCalled(anchor))
                .reduce((former, latter) -> latter)
                .orElseThrow(() -> new MergeException(source.path(), "no " + type.getNameAsString() + "." + anchor + " to put the new members after"));
        int end = source.end(last.declaration());
        int lineEnd = source.lineEnd(end);
        String indented = "\n\n" + addition.source(source.indentation(last.declaration()));
        return isBlankOrComment(source.text().substring(end, lineEnd)) ? source.insert(lineEnd, indented) : source.insert(end, indented + "\n");
    }

    private Optional<Member> find(String signature) {
        return Member.of(type).stream().filter(member -> member.signature().equals(signature)).findFirst();
    }

    private static boolean isBlankOrComment(String rest) {
        return rest.isBlank() || rest.strip().startsWith("//");
    }

    private MergeException differs(String signature) {
        return new MergeException(source.path(), type.getNameAsString() + "." + signature + " is there already, but differs");
    }
}
