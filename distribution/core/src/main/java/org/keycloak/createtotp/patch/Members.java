package org.keycloak.createtotp.patch;

import java.util.Set;
import java.util.stream.Collectors;

import com.github.javaparser.ast.body.TypeDeclaration;

/**
 * The members of one of Keycloak's types.
 */
record Members(JavaSource source, TypeDeclaration<?> type) {

    /**
     * @param additions signatures of all that is to be added: overloads among them are no obstacle to each other
     * @throws MergeException where there is a member of this name that is another one
     */
    boolean has(Addition addition, Set<String> additions) {
        Member added = addition.member();
        for (Member member : Member.of(type)) {
            if (member.signature().equals(added.signature())) {
                if (!addition.isOnlyWhereMissing() && !member.isSameAs(added)) {
                    throw differs(member);
                }
                return true;
            }
        }
        for (Member member : Member.of(type)) {
            if (member.name().equals(added.name()) && !additions.contains(member.signature())) {
                throw differs(member);
            }
        }
        return false;
    }

    /**
     * @param anchor name or signature of a member
     * @param addition a member without indentation
     * @return the file's text with the addition as the anchor's next member
     * @throws MergeException where there is no such member
     */
    String insertAfter(String anchor, String addition) {
        Member last = Member.of(type).stream().filter(member -> member.name().equals(anchor) || member.signature().equals(anchor))
                .reduce((former, latter) -> latter)
                .orElseThrow(() -> new MergeException(source.path(), "no " + type.getNameAsString() + "." + anchor + " to put the new members after"));
        int end = source.end(last.declaration());
        int lineEnd = source.lineEnd(end);
        String indented = "\n\n" + indented(addition, source.indentation(last.declaration()));
        return isBlankOrComment(source.text().substring(end, lineEnd)) ? source.insert(lineEnd, indented) : source.insert(end, indented + "\n");
    }

    private static String indented(String addition, String indentation) {
        return addition.lines().map(line -> line.isBlank() ? line : indentation + line).collect(Collectors.joining("\n"));
    }

    private static boolean isBlankOrComment(String rest) {
        return rest.isBlank() || rest.strip().startsWith("//");
    }

    private MergeException differs(Member member) {
        return new MergeException(source.path(), type.getNameAsString() + "." + member.signature() + " is there already, but differs");
    }
}
