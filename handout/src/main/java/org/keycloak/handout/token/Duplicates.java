package org.keycloak.handout.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Rows that can't both be right: of one serial number, of one seed, or of one user. Which of them is wrong only the person knows, so each is rejected,
 * and names the others.
 */
final class Duplicates {

    private final List<Token> tokens;
    private final Map<Integer, String> reasons = new TreeMap<>();

    private Duplicates(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The reasons by the rows. */
    static Map<Integer, String> of(List<Token> tokens) {
        Duplicates duplicates = new Duplicates(tokens);
        duplicates.find("serial number", token -> token.serial() == null ? null : token.serial().toLowerCase(Locale.ROOT));
        duplicates.find("seed", token -> HexFormat.of().formatHex(token.secret()));
        duplicates.find("user", token -> token.user() == null ? null : token.userKind() + token.user().toLowerCase(Locale.ROOT));
        return duplicates.reasons;
    }

    private void find(String what, Function<Token, String> key) {
        Map<String, List<Integer>> rows = new HashMap<>();
        for (Token token : tokens) {
            if (key.apply(token) != null) {
                rows.computeIfAbsent(key.apply(token), k -> new ArrayList<>()).add(token.row());
            }
        }
        rows.values().stream().filter(same -> same.size() > 1).forEach(same -> same.forEach(row -> {
            reasons.computeIfAbsent(row, k -> "The same " + what + " is in " + Rows.listWithout(row, same));
        }));
    }
}
