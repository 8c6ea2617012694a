package org.keycloak.createtotp.patch;

/**
 * What is added to a file takes the file's own line ends, so that a checkout on Windows stays one.
 */
final class LineEnds {

    private LineEnds() {
    }

    static String of(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /**
     * @return the addition with the line ends of the text
     */
    static String adapt(String addition, String text) {
        return addition.replace("\r\n", "\n").replace("\n", of(text));
    }
}
