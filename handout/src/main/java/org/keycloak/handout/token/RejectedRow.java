package org.keycloak.handout.token;

import java.util.List;

/**
 * A row that can't be used. It has no {@code toString} with the row's fields, because one of them can be a secret.
 *
 * @param row as in {@link Token#row()}
 * @param reason what is wrong and what is allowed, without the secret
 * @param fields as in {@link Token#fields()}
 */
public record RejectedRow(int row, String reason, List<String> fields) {

    @Override
    public String toString() {
        return "Row " + row + ": " + reason;
    }
}
