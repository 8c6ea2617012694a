package org.keycloak.handout;

/** Text of others, such as names of users, for a terminal. */
public final class Terminal {

    private Terminal() {
    }

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /**
     * One line without control and format characters, which could move the cursor, clear the screen or turn text around. The joiners stay: names in
     * Persian and in scripts of India have them.
     */
    public static String line(String text) {
        return text == null ? "" : text.codePoints().map(Terminal::harmless).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The text as it is for a file or another program; a line as above where a person sees it. */
    public static String lineIfSeen(String text) {
        return System.console() == null ? text : line(text);
    }

    private static int harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER ? character : '\ufffd';
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> '\ufffd';
            default -> character;
        };
    }
}
