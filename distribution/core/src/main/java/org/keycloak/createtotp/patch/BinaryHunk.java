package org.keycloak.createtotp.patch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

import org.eclipse.jgit.util.io.BinaryHunkOutputStream;

/**
 * A file that isn't text, as {@code git diff --binary} writes it: whole, forwards and back.
 */
final class BinaryHunk {

    private BinaryHunk() {
    }

    /**
     * @param before empty for a new file
     */
    static String of(byte[] before, byte[] after) {
        return "GIT binary patch\n" + literal(after) + literal(before);
    }

    private static String literal(byte[] content) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(new BinaryHunkOutputStream(lines))) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "literal " + content.length + "\n" + lines.toString(StandardCharsets.US_ASCII) + "\n";
    }
}
