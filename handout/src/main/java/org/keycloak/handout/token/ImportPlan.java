package org.keycloak.handout.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What can be told of a file without a server.
 *
 * @param tokens those to send
 * @param rejected the rows that can't be used
 */
record ImportPlan(List<Token> tokens, List<RejectedRow> rejected) {

    static ImportPlan of(TokenFile file, Assignment assignment, Label label) {
        List<Token> assigned = file.tokens().stream().map(assignment::of).toList();
        Map<Integer, String> duplicates = Duplicates.of(assigned);
        List<Token> tokens = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>(file.rejected());
        for (Token token : assigned) {
            String reason = duplicates.containsKey(token.row()) ? duplicates.get(token.row()) : unusable(token, label);
            if (reason == null) {
                tokens.add(token);
            } else {
                rejected.add(token.rejected(reason));
            }
        }
        return new ImportPlan(tokens, rejected);
    }

    private static String unusable(Token token, Label label) {
        if (token.user() == null) {
            return "There is no user; --assign takes the users of serial numbers from a table";
        }
        try {
            label.of(token);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
