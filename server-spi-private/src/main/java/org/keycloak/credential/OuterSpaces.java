package org.keycloak.credential;

/**
 * Spaces before and after a text, with the no-break spaces, which {@link String#strip} leaves on.
 */
final class OuterSpaces {

    private OuterSpaces() {
    }

    static String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
