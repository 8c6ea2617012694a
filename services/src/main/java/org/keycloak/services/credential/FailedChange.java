package org.keycloak.services.credential;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.lease.LeaseException;
import org.keycloak.credential.lease.LeasedTransaction;
import org.keycloak.credential.lease.SqlErrors;
import org.keycloak.credential.lease.WriteConflict;
import org.keycloak.models.ModelValidationException;
import org.keycloak.services.ErrorResponse;

/**
 * What a client is told if a {@link LeasedTransaction} failed.
 */
public final class FailedChange {

    /** Incorrect string value, of MySQL and MariaDB: some of Keycloak's columns hold no character above U+FFFF there, such as an emoji. */
    private static final int UNSTORABLE_TEXT = 1366;

    private FailedChange() {
    }

    /**
     * @param conflict what the client is told if another request was first
     * @return an exception with the reply; the failure itself if it has a reply already, or if the client can do nothing about it
     */
    public static RuntimeException reply(RuntimeException failure, String conflict) {
        if (failure instanceof WebApplicationException) {
            return failure;
        }
        if (failure instanceof ModelValidationException) {
            return ErrorResponse.error(failure.getMessage(), Status.BAD_REQUEST);
        }
        if (failure instanceof LeaseException || WriteConflict.isCauseOf(failure)) {
            return ErrorResponse.exists(conflict);
        }
        if (isTextUnstorable(failure)) {
            return ErrorResponse.error("Invalid text. Allowed: characters that the server's database can store, which takes no emoji here.", Status.BAD_REQUEST);
        }
        return failure;
    }

    /** Which columns are concerned depends on the database, so no field can refuse the text beforehand. */
    private static boolean isTextUnstorable(RuntimeException failure) {
        return SqlErrors.of(failure).anyMatch(sql -> sql.getErrorCode() == UNSTORABLE_TEXT);
    }
}
