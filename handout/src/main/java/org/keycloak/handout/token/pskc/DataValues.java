package org.keycloak.handout.token.pskc;

import java.math.BigInteger;
import java.util.Optional;

/** The values of a key's {@code Data}, be they plain or encrypted. */
final class DataValues {

    private final XmlElement data;
    private final EncryptedValues encrypted;

    DataValues(XmlElement data, EncryptedValues encrypted) {
        this.data = data;
        this.encrypted = encrypted;
    }

    /**
     * @throws IllegalArgumentException if there is none, or if it isn't Base64
     */
    byte[] secret() {
        XmlElement secret = data.child("Secret").orElseThrow(() -> new IllegalArgumentException("The key has no Secret; ask the maker for a file with secrets"));
        if (secret.child("EncryptedValue").isPresent()) {
            return encrypted.decrypt(secret);
        }
        try {
            return Base64Text.decode(secret.text("PlainValue").orElseThrow(() -> new IllegalArgumentException("Secret has neither PlainValue nor EncryptedValue")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("PlainValue of Secret is not Base64");
        }
    }

    /**
     * A number in decimal digits. An encrypted one is bytes, with the highest first (RFC 6030 section 4.2).
     *
     * @throws UnusableFile if it is encrypted and can't be decrypted
     */
    Optional<String> integer(String name) {
        return data.child(name).map(element -> element.child("EncryptedValue").isPresent()
                ? new BigInteger(1, encrypted.decrypt(element)).toString() : element.text("PlainValue").orElse("(missing)"));
    }
}
