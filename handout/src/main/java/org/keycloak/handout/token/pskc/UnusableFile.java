package org.keycloak.handout.token.pskc;

/** Says why no key of the file may be used. The message has no secret. */
final class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFile(String message) {
        super(message);
    }
}
