package org.keycloak.credential.lease;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

import org.keycloak.models.ModelException;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RetryTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final RuntimeException DEADLOCK = failure("40001");
    private static final RuntimeException CONSTRAINT = failure("23505");
    private static final RuntimeException OTHER = new IllegalStateException();

    @Test
    void lostLocksAreTriedAgain() {
        assertEquals("done", Retry.onWriteConflict(LONG, attempts(DEADLOCK, DEADLOCK, DEADLOCK)));
    }

    @Test
    void violatedConstraintIsTriedAgainOnce() {
        assertEquals("done", Retry.onWriteConflict(LONG, attempts(CONSTRAINT)));
        assertSame(CONSTRAINT, assertThrows(ModelException.class, () -> Retry.onWriteConflict(LONG, attempts(CONSTRAINT, CONSTRAINT))));
        assertEquals("done", Retry.onWriteConflict(LONG, attempts(DEADLOCK, CONSTRAINT, DEADLOCK)));
        assertSame(CONSTRAINT, assertThrows(ModelException.class, () -> Retry.onWriteConflict(LONG, attempts(CONSTRAINT, DEADLOCK, CONSTRAINT))));
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        assertSame(OTHER, assertThrows(IllegalStateException.class, () -> Retry.onWriteConflict(LONG, attempts(OTHER))));
    }

    @Test
    void withoutPatienceNothingIsTriedAgain() {
        assertSame(DEADLOCK, assertThrows(ModelException.class, () -> Retry.onWriteConflict(Duration.ZERO, attempts(DEADLOCK))));
    }

    /** Fails with each of these, and succeeds then. */
    private static Supplier<String> attempts(RuntimeException... failures) {
        Queue<RuntimeException> left = new ArrayDeque<>(List.of(failures));
        return () -> {
            if (!left.isEmpty()) {
                throw left.remove();
            }
            return "done";
        };
    }

    private static RuntimeException failure(String state) {
        return new ModelException("Database operation failed", new SQLException("refused", state));
    }
}
