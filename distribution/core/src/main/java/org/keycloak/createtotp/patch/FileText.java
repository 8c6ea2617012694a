package org.keycloak.createtotp.patch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a file are text here: those of a picture one character each, so that they can be written back as they were.
 */
final class FileText {

    private FileText() {
    }

    static boolean isPicture(String path) {
        return path.endsWith(".png");
    }

    static Charset charset(String path) {
        return isPicture(path) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }
}
