package org.keycloak.createtotp.patch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

import org.eclipse.jgit.util.Base85;

/**
 * A file that isn't text, as {@code git diff --binary} writes it: deflated, in lines of 52 bytes in base 85, each after a letter that says
 * how many bytes it has.
 */
final class BinaryHunk {

    private static final int BYTES = 52;
    private static final String LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private BinaryHunk() {
    }

    /**
     * @param before empty for a new file
     */
    static String of(byte[] before, byte[] after) {
        return "GIT binary patch\n" + literal(after) + literal(before);
    }

    private static String literal(byte[] content) {
        StringBuilder literal = new StringBuilder("literal " + content.length + "\n");
        byte[] deflated = deflated(content);
        for (int begin = 0; begin < deflated.length; begin += BYTES) {
            int length = Math.min(BYTES, deflated.length - begin);
            literal.append(LENGTHS.charAt(length - 1)).append(new String(Base85.encode(deflated, begin, length), StandardCharsets.US_ASCII)).append('\n');
        }
        return literal.append('\n').toString();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }
}
