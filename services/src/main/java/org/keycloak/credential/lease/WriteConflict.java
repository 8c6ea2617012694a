package org.keycloak.credential.lease;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.ModelIllegalStateException;

/**
 * What databases report where another transaction was first: a constraint, an optimistic or pessimistic lock, a deadlock, a time-out.
 */
public final class WriteConflict {

    private static final String CONSTRAINT = "23";
    private static final String NOT_NULL = "23502";
    private static final String ROLLBACK = "40";
    /** Lock not available: of PostgreSQL, H2 and SQL Server's driver, Oracle, Db2. */
    private static final Set<String> LOCK_STATES = Set.of("55P03", "HYT00", "61000", "57033");
    /** Lock request time out: of MySQL and MariaDB, SQL Server. */
    private static final Set<Integer> LOCK_ERRORS = Set.of(1205, 1222);

    /** Of Hibernate, which this isn't compiled against: Keycloak wraps them at a commit, and lets them through where a query flushes. */
    private static final Set<String> STALE = Set.of("jakarta.persistence.OptimisticLockException", "org.hibernate.StaleStateException",
            "org.hibernate.StaleObjectStateException");

    private WriteConflict() {
    }

    public static boolean isCauseOf(Throwable failure) {
        // Keycloak wraps an optimistic lock that failed; it has no SQLException where Hibernate counted rows.
        return failure instanceof ModelIllegalStateException && failure.getCause() != null
                || causes(failure).anyMatch(cause -> STALE.contains(cause.getClass().getName())) || sql(failure).anyMatch(WriteConflict::isLost);
    }

    /** For a log: an SQLException's message may quote values. */
    public static String description(Throwable failure) {
        return sql(failure).map(sql -> sql.getClass().getSimpleName() + ", SQLState " + sql.getSQLState() + ", error " + sql.getErrorCode())
                .findFirst().orElseGet(() -> Objects.requireNonNullElse(failure.getCause(), failure).getClass().getSimpleName());
    }

    private static Stream<SQLException> sql(Throwable failure) {
        return causes(failure).flatMap(cause -> cause instanceof SQLException sql ? Stream.of(sql) : Stream.empty());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isLost(SQLException sql) {
        String state = sql.getSQLState();
        if (NOT_NULL.equals(state)) {
            return false;
        }
        if (sql instanceof SQLIntegrityConstraintViolationException || sql instanceof SQLTransactionRollbackException || sql instanceof SQLTimeoutException) {
            return true;
        }
        return LOCK_ERRORS.contains(sql.getErrorCode())
                || state != null && (state.startsWith(CONSTRAINT) || state.startsWith(ROLLBACK) || LOCK_STATES.contains(state));
    }
}
