package org.keycloak.credential;

/**
 * A text that a user chose, for the detail of an event. On MySQL and MariaDB Keycloak stores characters above U+FFFF in labels, but not in
 * events. Without a replacement, a change would fail because it can't report the label.
 */
public final class EventText {

    private static final String REPLACEMENT = "\uFFFD";

    private EventText() {
    }

    /**
     * @param text may be {@code null}
     * @return the text with U+FFFD in the place of each character above U+FFFF
     */
    public static String of(String text) {
        return text == null ? null : text.replaceAll("[^\\x{0}-\\x{FFFF}]", REPLACEMENT);
    }
}
