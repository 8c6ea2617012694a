package org.keycloak.credential;

/**
 * A text that a user chose, for the detail of an event. On MySQL and MariaDB Keycloak's columns for events hold no character above U+FFFF, and
 * labels do: no change must fail for the label that it reports.
 */
public final class EventText {

    private static final String REPLACEMENT = "\uFFFD";

    private EventText() {
    }

    /**
     * @param text or {@code null}
     * @return the same with U+FFFD for each character above U+FFFF
     */
    public static String of(String text) {
        return text == null ? null : text.replaceAll("[^\\x{0}-\\x{FFFF}]", REPLACEMENT);
    }
}
