package org.keycloak.handout.token.pskc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.token.RejectedRow;
import org.keycloak.handout.token.Token;
import org.keycloak.handout.token.TokenFile;

/**
 * Reads a Portable Symmetric Key Container (PSKC, RFC 6030). Its tokens that are no TOTPs, have expired or have a policy that Keycloak can't keep
 * are rejected one by one. What is wrong with its structure, its encryption or its MACs makes the whole file a refusal.
 */
public final class PskcReader {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:keyprov:pskc";

    private static final long MAX_BYTES = 100_000_000;
    private static final int MARK_OF_XML = 200; // a byte order mark and white space can be before it

    /** Those of a list of serial numbers and users: it can be mended, and given with the same file. It has no secret, whatever the file has. */
    private static final List<String> COLUMNS = List.of("serial", "username");

    private PskcReader() {
    }

    /**
     * Whether the file can only be a key container, because it is XML.
     *
     * @throws Refusal if the file can't be read
     */
    public static boolean isPskc(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            for (byte each : stream.readNBytes(MARK_OF_XML)) {
                boolean before = each <= ' '; // white space, the zeros of UTF-16, and byte order marks, whose bytes are negative
                if (!before) {
                    return each == '<';
                }
            }
            return false;
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    /**
     * @return the tokens, whose rows are the numbers of their key packages; their columns are {@code serial} and {@code username}
     * @throws Refusal if the file can't be read, isn't such a container, or can't be decrypted with the keys
     */
    public static TokenFile read(Path file, PskcKeys keys) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnusableFile("The file has more than " + MAX_BYTES / 1_000_000 + " MB. Ask the maker for several smaller ones.");
            }
            try (InputStream stream = new BufferedInputStream(Files.newInputStream(file)); ElementReader elements = new ElementReader(stream)) {
                return read(elements, keys);
            }
        } catch (IOException e) {
            throw unreadable(file);
        } catch (XMLStreamException e) {
            throw new Refusal(file.getFileName() + ": the file is not well-formed XML"
                    + (e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber()) + ". Ask the maker for it again.");
        } catch (UnusableFile e) {
            throw new Refusal(file.getFileName() + ": " + e.getMessage());
        }
    }

    private static TokenFile read(ElementReader elements, PskcKeys keys) throws XMLStreamException {
        checkRoot(elements.root());
        Instant now = Instant.now();
        List<Token> tokens = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        XmlElement encryptionKey = null;
        XmlElement macMethod = null;
        EncryptedValues encrypted = null;
        boolean signed = false;
        int number = 0;
        for (XmlElement child = elements.nextChild(); child != null; child = elements.nextChild()) {
            switch (child.name()) {
                case "EncryptionKey" -> encryptionKey = child;
                case "MACMethod" -> macMethod = child;
                case "KeyPackage" -> {
                    if (encrypted == null) {
                        encrypted = new EncryptedValues(EncryptionKey.of(encryptionKey, keys), macMethod, keys.noMac());
                    }
                    KeyPackage keyPackage = new KeyPackage(++number, child, encrypted);
                    try {
                        tokens.add(keyPackage.token(now));
                    } catch (IllegalArgumentException e) {
                        rejected.add(keyPackage.rejected(e.getMessage()));
                    } catch (UnusableFile e) {
                        throw new UnusableFile("Key package " + number + ": " + e.getMessage());
                    }
                }
                case "Signature" -> signed = true;
                default -> {
                }
            }
        }
        if (number == 0) {
            throw new UnusableFile("The key container has no KeyPackage, and so no tokens.");
        }
        return new TokenFile("PSKC (RFC 6030)" + (signed ? ", whose signature is not checked" : ""), COLUMNS, tokens, rejected);
    }

    private static void checkRoot(XmlElement root) {
        if (!"KeyContainer".equals(root.name())) {
            throw new UnusableFile("The file is XML, but not a key container (PSKC, RFC 6030): it begins with " + root + ".");
        }
        if (!NAMESPACE.equals(root.namespace())) {
            throw new UnusableFile("The key container is of " + (root.namespace().isEmpty() ? "no namespace" : root.namespace())
                    + ". Ask the maker for one as in RFC 6030, of " + NAMESPACE + ".");
        }
        if (!root.attribute("Version").orElse("(missing)").matches("1\\.[0-9]+")) {
            throw new UnusableFile("Version of the key container is " + root.attribute("Version").orElse("(missing)") + ". Allowed is 1.0.");
        }
    }

    private static Refusal unreadable(Path file) {
        return new Refusal(file + " can't be read. Check its name and your right to read it.");
    }
}
