package org.keycloak.handout.token;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as a message names them. */
final class Rows {

    private static final int SHOWN = 5;

    private Rows() {
    }

    static String list(List<Integer> rows) {
        return list(rows.stream(), rows.size());
    }

    /** The others among rows, one of which is this. Only the first few are looked at, because a file may have the same in all of its rows. */
    static String listWithout(Integer row, List<Integer> rows) {
        return list(rows.stream().filter(other -> !other.equals(row)), rows.size() - 1);
    }

    private static String list(Stream<Integer> rows, int number) {
        return (number == 1 ? "row " : "rows ") + rows.limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "))
                + (number > SHOWN ? " and " + (number - SHOWN) + " more" : "");
    }
}
