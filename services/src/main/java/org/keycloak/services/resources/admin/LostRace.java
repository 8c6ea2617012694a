package org.keycloak.services.resources.admin;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;

import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelIllegalStateException;

/**
 * What databases report where another transaction was first: a constraint, an optimistic or pessimistic lock, a deadlock, a time-out.
 */
final class LostRace {

    private static final String CONSTRAINT = "23";
    private static final String ROLLBACK = "40";
    /** Lock not available: of PostgreSQL, H2 and SQL Server's driver, Oracle, Db2. */
    private static final Set<String> LOCK_STATES = Set.of("55P03", "HYT00", "61000", "57033");
    /** Lock request time out: of MySQL and MariaDB, SQL Server. */
    private static final Set<Integer> LOCK_ERRORS = Set.of(1205, 1222);

    private LostRace() {
    }

    static boolean isCauseOf(Throwable failure) {
        if (failure.getCause() != null && (failure instanceof ModelDuplicateException || failure instanceof ModelIllegalStateException)) {
            return true; // Keycloak wraps what the database says of constraints and optimistic locks
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isLost(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLost(SQLException sql) {
        if (sql instanceof SQLIntegrityConstraintViolationException || sql instanceof SQLTransactionRollbackException || sql instanceof SQLTimeoutException) {
            return true;
        }
        String state = sql.getSQLState();
        return LOCK_ERRORS.contains(sql.getErrorCode())
                || state != null && (state.startsWith(CONSTRAINT) || state.startsWith(ROLLBACK) || LOCK_STATES.contains(state));
    }
}
