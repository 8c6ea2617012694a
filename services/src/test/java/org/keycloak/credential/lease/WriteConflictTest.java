package org.keycloak.credential.lease;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.stream.Stream;

import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WriteConflictTest {

    static Stream<SQLException> conflicts() {
        return Stream.of(
                new SQLException("unique or foreign key", "23505"),
                new BatchUpdateException("in a batch", "23503", new int[0]),
                new SQLException("serialization failure", "40001"),
                new SQLException("deadlock of PostgreSQL", "40P01"),
                new SQLException("lock not available of PostgreSQL", "55P03"),
                new SQLException("lock time-out of H2", "HYT00", 50200),
                new SQLException("deadlock of Oracle", "61000", 60),
                new SQLException("lock wait time-out of MySQL", "HY000", 1205),
                new SQLException("lock time-out of SQL Server", "S0001", 1222),
                new SQLException("time-out of Db2", "57033", -913),
                new SQLTransactionRollbackException(),
                new SQLTimeoutException(),
                new SQLIntegrityConstraintViolationException());
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void isWhatDatabasesCallIt(SQLException conflict) {
        assertTrue(WriteConflict.isCauseOf(new ModelException("Database operation failed", conflict)));
        assertTrue(WriteConflict.isCauseOf(new RuntimeException(new IllegalStateException(conflict))));
    }

    @Test
    void isWhatKeycloakWraps() {
        assertTrue(WriteConflict.isCauseOf(new ModelDuplicateException("Duplicate resource error", new SQLException("unique", "23505"))));
        assertTrue(WriteConflict.isCauseOf(new ModelIllegalStateException("Database operation failed", new RuntimeException())));
    }

    @Test
    void descriptionQuotesNothing() {
        String description = WriteConflict.description(new ModelException("Database operation failed", new SQLException("insert s3cr3t", "23505", 7)));

        assertEquals("SQLException, SQLState 23505, error 7", description);
        assertEquals("RuntimeException", WriteConflict.description(new ModelIllegalStateException("Database operation failed", new RuntimeException("s3cr3t"))));
    }

    @Test
    void isNothingElse() {
        assertFalse(WriteConflict.isCauseOf(new ModelDuplicateException("Device already exists with the same name")));
        assertFalse(WriteConflict.isCauseOf(new ModelException("Database operation failed", new SQLException("connection refused", "08001"))));
        assertFalse(WriteConflict.isCauseOf(new ModelException("Database operation failed", new SQLException("syntax error", (String) null))));
        assertFalse(WriteConflict.isCauseOf(new ModelException("Database operation failed", new SQLException("null not allowed", "23502"))));
        assertFalse(WriteConflict.isCauseOf(new ModelDuplicateException("This number is another user's", new RuntimeException())));
        assertFalse(WriteConflict.isCauseOf(new NullPointerException()));
    }
}
