package org.keycloak.credential.lease;

/**
 * Another request has the lease. This request could not claim it in time, or may have lost it when it expired.
 */
public final class LeaseException extends RuntimeException {

    LeaseException() {
        super("Another request has the lease");
    }
}
