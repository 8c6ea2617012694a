package org.keycloak.credential.lease;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.Objects;
import java.util.Set;

import org.keycloak.models.ModelIllegalStateException;

/**
 * What databases report if another transaction wrote first: a violated constraint, a failed optimistic or pessimistic lock, a deadlock, a
 * time-out.
 */
public final class WriteConflict {

    private static final String CONSTRAINT = "23";
    private static final String NOT_NULL = "23502";
    private static final String ROLLBACK = "40";
    /** Lock not available: PostgreSQL; H2 and SQL Server's driver; Oracle; Db2. */
    private static final Set<String> LOCK_STATES = Set.of("55P03", "HYT00", "61000", "57033");
    /** Lock request time out: MySQL and MariaDB; SQL Server. */
    private static final Set<Integer> LOCK_ERRORS = Set.of(1205, 1222);

    /** By name, since this isn't compiled against Hibernate. Keycloak wraps these at a commit, and lets them through if a query flushes. */
    private static final Set<String> STALE = Set.of("jakarta.persistence.OptimisticLockException", "org.hibernate.StaleStateException",
            "org.hibernate.StaleObjectStateException");

    private WriteConflict() {
    }

    public static boolean isCauseOf(Throwable failure) {
        return isStale(failure) || SqlErrors.of(failure).anyMatch(sql -> isConstraint(sql) || isLock(sql));
    }

    /**
     * Whether a constraint was violated. Another transaction may have been first, but need not: the constraint may refuse any number of
     * further attempts.
     */
    static boolean isConstraint(Throwable failure) {
        return SqlErrors.of(failure).anyMatch(WriteConflict::isConstraint);
    }

    /** For a log: an SQLException's message may quote values. */
    static String description(Throwable failure) {
        return SqlErrors.of(failure).map(sql -> sql.getClass().getSimpleName() + ", SQLState " + sql.getSQLState() + ", error " + sql.getErrorCode())
                .findFirst().orElseGet(() -> Objects.requireNonNullElse(failure.getCause(), failure).getClass().getSimpleName());
    }

    /** An optimistic lock failed. There is no SQLException if Hibernate counted rows; Keycloak wraps Hibernate's exception. */
    private static boolean isStale(Throwable failure) {
        return failure instanceof ModelIllegalStateException && failure.getCause() != null
                || SqlErrors.causes(failure).anyMatch(cause -> STALE.contains(cause.getClass().getName()));
    }

    private static boolean isConstraint(SQLException sql) {
        String state = Objects.requireNonNullElse(sql.getSQLState(), "");
        return !state.equals(NOT_NULL) && (sql instanceof SQLIntegrityConstraintViolationException || state.startsWith(CONSTRAINT));
    }

    private static boolean isLock(SQLException sql) {
        String state = Objects.requireNonNullElse(sql.getSQLState(), "");
        return sql instanceof SQLTransactionRollbackException || sql instanceof SQLTimeoutException
                || state.startsWith(ROLLBACK) || LOCK_STATES.contains(state) || LOCK_ERRORS.contains(sql.getErrorCode());
    }
}
