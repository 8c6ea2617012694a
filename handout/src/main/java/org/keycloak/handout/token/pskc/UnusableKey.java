package org.keycloak.handout.token.pskc;

/** Says why one key can't be used, though others of the file can. The message has no secret. */
final class UnusableKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKey(String message) {
        super(message);
    }
}
