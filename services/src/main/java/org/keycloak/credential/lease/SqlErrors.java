package org.keycloak.credential.lease;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a database reported, among the causes of an exception.
 */
public final class SqlErrors {

    private SqlErrors() {
    }

    public static Stream<SQLException> of(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
