package org.keycloak.handout.token.pskc;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The algorithms that values are encrypted with (RFC 6030 section 6.1, XML Encryption 1.1 sections 5.2 and 5.6). */
enum EncryptionAlgorithm {

    AES_128_CBC("http://www.w3.org/2001/04/xmlenc#aes128-cbc", 16, false),
    AES_192_CBC("http://www.w3.org/2001/04/xmlenc#aes192-cbc", 24, false),
    AES_256_CBC("http://www.w3.org/2001/04/xmlenc#aes256-cbc", 32, false),
    KW_AES_128("http://www.w3.org/2001/04/xmlenc#kw-aes128", 16, true),
    KW_AES_192("http://www.w3.org/2001/04/xmlenc#kw-aes192", 24, true),
    KW_AES_256("http://www.w3.org/2001/04/xmlenc#kw-aes256", 32, true);

    private static final int BLOCK = 16;

    private final String uri;
    private final int keyLength;
    private final boolean wraps;

    EncryptionAlgorithm(String uri, int keyLength, boolean wraps) {
        this.uri = uri;
        this.keyLength = keyLength;
        this.wraps = wraps;
    }

    static EncryptionAlgorithm of(String uri) {
        return Stream.of(values()).filter(algorithm -> algorithm.uri.equals(uri)).findFirst()
                .orElseThrow(() -> new UnusableFile("The encryption algorithm " + uri + " is not supported. Supported are "
                        + Stream.of(values()).map(EncryptionAlgorithm::shortName).collect(Collectors.joining(", ")) + "."));
    }

    /** Whether a changed value can't be decrypted, even without a MAC. */
    boolean authenticates() {
        return wraps;
    }

    /**
     * @param value as {@code CipherValue} has it: with CBC, the IV of 16 bytes comes first
     * @throws UnusableFile if the key has another length, or if it's not the key that the value was encrypted with
     */
    byte[] decrypt(byte[] key, byte[] value) {
        if (key.length != keyLength) {
            throw new UnusableFile("The key has " + key.length + " bytes, but " + shortName() + " needs " + keyLength + ".");
        }
        SecretKeySpec aes = new SecretKeySpec(key, "AES");
        try {
            return wraps ? unwrap(aes, value) : decryptBlocks(aes, value);
        } catch (GeneralSecurityException e) {
            throw new UnusableFile("A value can't be decrypted. The key or the password is wrong, or the file was changed.");
        }
    }

    private static byte[] unwrap(SecretKeySpec key, byte[] value) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, key);
        return cipher.unwrap(value, "RAW", Cipher.SECRET_KEY).getEncoded();
    }

    /** The padding of XML Encryption: the last byte is its length, and the others can be anything. PKCS#5's is a case of it. */
    private static byte[] decryptBlocks(SecretKeySpec key, byte[] value) throws GeneralSecurityException {
        if (value.length < 2 * BLOCK) {
            throw new GeneralSecurityException("The value is shorter than an IV and a block.");
        }
        Cipher cipher = Cipher.getInstance("AES/CBC/ISO10126Padding");
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(Arrays.copyOf(value, BLOCK)));
        return cipher.doFinal(value, BLOCK, value.length - BLOCK);
    }

    private String shortName() {
        return uri.substring(uri.indexOf('#') + 1);
    }
}
