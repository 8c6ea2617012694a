package org.keycloak.handout.token;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.keycloak.handout.journal.Reason;
import org.keycloak.handout.server.Refusal;

/** Text that a spreadsheet or a maker wrote: UTF-8, or UTF-16 with a byte order mark. */
final class TextFile {

    private static final long MAX_BYTES = 100L << 20;

    private TextFile() {
    }

    /**
     * The text, without a byte order mark.
     *
     * @throws Refusal if there is no such file, or it isn't text, or it has more than 100 MB
     */
    static String read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new Refusal(file + " has more than 100 MB. Split it.");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + file + ".");
        } catch (IOException e) {
            throw new Refusal(file + " can't be read: " + Reason.of(e) + ".");
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            throw new Refusal(file + " is a workbook or a ZIP archive. Save the sheet as \"CSV UTF-8\", or unpack the archive.");
        }
        try {
            String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refusal(file + " isn't a text file.");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(file + " isn't UTF-8. Save it as \"CSV UTF-8\".");
        }
    }

    private static Charset charset(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
