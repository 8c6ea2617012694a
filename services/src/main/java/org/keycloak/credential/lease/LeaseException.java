package org.keycloak.credential.lease;

/**
 * The lease is another request's: it could not be claimed in time, or it may have expired.
 */
public final class LeaseException extends RuntimeException {

    LeaseException() {
        super("Another request has the lease");
    }
}
