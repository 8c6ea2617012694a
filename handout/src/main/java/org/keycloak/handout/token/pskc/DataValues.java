package org.keycloak.handout.token.pskc;

import java.math.BigInteger;
import java.util.Optional;

/** The values of a key's {@code Data}, be they plain or encrypted. */
final class DataValues {

    private static final BigInteger MAX_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);

    private final XmlElement data;
    private final EncryptedValues encrypted;

    DataValues(XmlElement data, EncryptedValues encrypted) {
        this.data = data;
        this.encrypted = encrypted;
    }

    /**
     * @throws UnusableKey if there is none, or if it isn't Base64
     */
    byte[] secret() {
        XmlElement secret = data.child("Secret").orElseThrow(() -> new UnusableKey("The key has no Secret. Ask the maker for a file with secrets."));
        if (secret.child("EncryptedValue").isPresent()) {
            return encrypted.decrypt(secret);
        }
        try {
            return Base64Text.decode(secret.text("PlainValue").orElseThrow(() -> new UnusableKey("Secret has neither PlainValue nor EncryptedValue.")));
        } catch (IllegalArgumentException e) {
            throw new UnusableKey("PlainValue of Secret is not Base64.");
        }
    }

    /**
     * A number, which is decimal if plain, and unsigned with its highest byte first if encrypted (RFC 6030 section 4.2).
     */
    Optional<Integer> integer(String name) {
        Optional<XmlElement> element = data.child(name);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        BigInteger number = element.get().child("EncryptedValue").isPresent() ? new BigInteger(1, encrypted.decrypt(element.get()))
                : decimal(name, element.get().text("PlainValue").orElse(""));
        return Optional.of(number.min(MAX_INTEGER).intValue());
    }

    private static BigInteger decimal(String name, String text) {
        if (!text.matches("[0-9]{1,20}")) {
            throw new UnusableKey(name + " is not a number.");
        }
        return new BigInteger(text);
    }
}
