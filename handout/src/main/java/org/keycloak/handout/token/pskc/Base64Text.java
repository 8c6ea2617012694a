package org.keycloak.handout.token.pskc;

import java.util.Base64;

/** Base64 as XML Schema's {@code base64Binary} has it: white space anywhere, padding at the end, no other characters. */
final class Base64Text {

    private Base64Text() {
    }

    /**
     * @throws IllegalArgumentException if the text is not Base64 in its one canonical form
     */
    static byte[] decode(String text) {
        String packed = text.replaceAll("[ \\t\\r\\n]", "");
        byte[] bytes = Base64.getDecoder().decode(packed);
        if (!Base64.getEncoder().encodeToString(bytes).equals(packed)) {
            throw new IllegalArgumentException("The text is not Base64 in its canonical form.");
        }
        return bytes;
    }
}
