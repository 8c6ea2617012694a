package org.keycloak.credential.totp;

/**
 * What a person can read and every database can store.
 */
final class Text {

    private static final int MAX_LENGTH = 255; // as the database's column for labels

    private Text() {
    }

    static boolean isName(String text) {
        return !text.isBlank() && text.length() <= MAX_LENGTH && isPrintable(text);
    }

    /** Without control characters and unpaired surrogates: PostgreSQL takes no NUL, and UTF-8 has no surrogates. */
    static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
