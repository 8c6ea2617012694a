package org.keycloak.handout;

/** Text of others, such as names of users, for a terminal. */
public final class Terminal {

    private Terminal() {
    }

    /** One line without control and format characters, which could move the cursor, clear the screen or turn text around. */
    public static String line(String text) {
        return text == null ? "" : text.codePoints().map(character -> switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> '\ufffd';
            default -> character;
        }).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
