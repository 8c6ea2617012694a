package org.keycloak.services.credential;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What MySQL and MariaDB report where a column has no room for a character: some of Keycloak's columns hold no character above U+FFFF there,
 * an emoji for example. Which ones depends on the database, so no field can refuse it beforehand.
 */
public final class UnstorableText {

    public static final String MESSAGE = "Invalid text. Allowed: characters that the server's database can store, which takes no emoji here.";

    /** Incorrect string value. */
    private static final int ERROR = 1366;

    private UnstorableText() {
    }

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == ERROR);
    }
}
