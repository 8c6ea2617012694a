package org.keycloak.handout.token;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as a message names them. */
final class Rows {

    private static final int SHOWN = 5;

    private Rows() {
    }

    static String list(List<Integer> rows) {
        return (rows.size() == 1 ? "row " : "rows ") + rows.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "))
                + (rows.size() > SHOWN ? " and " + (rows.size() - SHOWN) + " more" : "");
    }
}
