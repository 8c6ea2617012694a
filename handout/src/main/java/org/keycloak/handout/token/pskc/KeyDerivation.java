package org.keycloak.handout.token.pskc;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Derives the key from a password with PBKDF2 (RFC 6030 section 6.2, RFC 8018 section 5.2).
 *
 * @param iterations from 1 to 10 million
 * @param keyLength 16, 24 or 32 bytes
 * @param prf the keyed digest that is repeated
 */
record KeyDerivation(byte[] salt, int iterations, int keyLength, MacAlgorithm prf) {

    private static final Set<String> PBKDF2 = Set.of("http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2",
            "http://www.w3.org/2009/xmlenc11#pbkdf2");
    private static final int MAX_ITERATIONS = 10_000_000; // ten seconds or so
    private static final Set<Integer> KEY_LENGTHS = Set.of(16, 24, 32);

    /**
     * @param method {@code KeyDerivationMethod}
     * @throws UnusableFile if it isn't PBKDF2, or if a parameter is missing or out of its range
     */
    static KeyDerivation of(XmlElement method) {
        String algorithm = method.attribute("Algorithm").orElse("");
        if (!PBKDF2.contains(algorithm)) {
            throw new UnusableFile("The key derivation " + algorithm + " is not supported. Supported is PBKDF2.");
        }
        XmlElement parameters = method.child("PBKDF2-params")
                .orElseThrow(() -> new UnusableFile("KeyDerivationMethod has no PBKDF2-params, so that the key can't be derived."));
        int keyLength = integer(parameters, "KeyLength", 32);
        if (!KEY_LENGTHS.contains(keyLength)) {
            throw new UnusableFile("KeyLength of PBKDF2-params is " + keyLength + ". Allowed are 16, 24 and 32 bytes.");
        }
        return new KeyDerivation(salt(parameters), integer(parameters, "IterationCount", MAX_ITERATIONS), keyLength,
                parameters.child("PRF").flatMap(prf -> prf.attribute("Algorithm")).map(MacAlgorithm::of).orElse(MacAlgorithm.HMAC_SHA1));
    }

    byte[] derive(char[] password) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, keyLength * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2With" + prf.javaName()).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each JDK has PBKDF2 with " + prf.javaName() + ".", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] salt(XmlElement parameters) {
        Optional<String> salt = parameters.text("Salt", "Specified");
        try {
            return Base64Text.decode(salt.orElseThrow(() -> new UnusableFile("PBKDF2-params has no Salt with a Specified value.")));
        } catch (IllegalArgumentException e) {
            throw new UnusableFile("Salt of PBKDF2-params is not Base64.");
        }
    }

    private static int integer(XmlElement parameters, String name, int maximum) {
        String text = parameters.text(name).orElse("(missing)");
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (value < 1 || value > maximum) {
            throw new UnusableFile(name + " of PBKDF2-params is " + text + ". Allowed is 1 to " + maximum + ".");
        }
        return value;
    }
}
