package org.keycloak.handout.token;

import java.util.Locale;

/** What a token's user is named by. */
public enum UserKind {

    USERNAME, EMAIL, ID;

    /** The field of the request that has it, and the value that {@code --match} takes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
