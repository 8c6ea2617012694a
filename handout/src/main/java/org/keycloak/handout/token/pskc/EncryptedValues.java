package org.keycloak.handout.token.pskc;

import java.util.function.Supplier;

/**
 * Verifies and decrypts the values of a container (RFC 6030 section 6). The MAC is of the encrypted value, and is verified before the value is
 * decrypted. Whatever is wrong with one value makes the file unusable, because its others were made in the same way or changed by the same hand.
 */
final class EncryptedValues {

    private final Supplier<byte[]> encryptionKey;
    private final XmlElement macMethod;
    private final boolean noMac;
    private byte[] key;
    private byte[] macKey;

    /**
     * @param macMethod {@code MACMethod}; {@code null} if the container has none
     * @param noMac whether a value may lack its MAC
     */
    EncryptedValues(Supplier<byte[]> encryptionKey, XmlElement macMethod, boolean noMac) {
        this.encryptionKey = encryptionKey;
        this.macMethod = macMethod;
        this.noMac = noMac;
    }

    /**
     * @param data an element with {@code EncryptedValue} and, as a rule, {@code ValueMAC}
     */
    byte[] decrypt(XmlElement data) {
        XmlElement encrypted = data.child("EncryptedValue").orElseThrow();
        EncryptionAlgorithm algorithm = algorithm(encrypted);
        byte[] value = cipherValue(encrypted);
        if (macMethod != null && data.child("ValueMAC").isPresent()) {
            verify(value, base64(data.text("ValueMAC").orElse(""), "ValueMAC"));
        } else if (!noMac && !algorithm.authenticates()) {
            throw new UnusableFile(data.name() + " is encrypted without a MAC, so that nobody can tell whether it was changed."
                    + " If the file came to you in a way that you trust, use --no-mac.");
        }
        return algorithm.decrypt(key(), value);
    }

    private void verify(byte[] value, byte[] mac) {
        MacAlgorithm algorithm = MacAlgorithm.of(macMethod.attribute("Algorithm").orElse("(missing)"));
        if (!algorithm.verifies(macKey(), value, mac)) {
            throw new UnusableFile("A value's MAC is wrong. The key or the password is wrong, or the file was changed.");
        }
    }

    /** Without a MAC key of its own, the container's key is used for both. */
    private byte[] macKey() {
        if (macKey == null) {
            if (macMethod.child("MACKeyReference").isPresent()) {
                throw new UnusableFile("MACMethod refers to a MAC key outside of the file (MACKeyReference), which is not supported."
                        + " Ask the maker for a file with its MACKey.");
            }
            macKey = macMethod.child("MACKey").map(element -> algorithm(element).decrypt(key(), cipherValue(element))).orElseGet(this::key);
        }
        return macKey;
    }

    private byte[] key() {
        if (key == null) {
            key = encryptionKey.get();
        }
        return key;
    }

    private static EncryptionAlgorithm algorithm(XmlElement encrypted) {
        return EncryptionAlgorithm.of(encrypted.child("EncryptionMethod").flatMap(method -> method.attribute("Algorithm")).orElse("(missing)"));
    }

    private static byte[] cipherValue(XmlElement encrypted) {
        return base64(encrypted.text("CipherData", "CipherValue").orElse(""), "CipherValue of " + encrypted.name());
    }

    private static byte[] base64(String text, String what) {
        try {
            return Base64Text.decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnusableFile(what + " is not Base64.");
        }
    }
}
