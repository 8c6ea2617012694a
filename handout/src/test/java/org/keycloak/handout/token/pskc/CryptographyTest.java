package org.keycloak.handout.token.pskc;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Against values of RFCs that {@link PskcReaderTest} doesn't see. */
class CryptographyTest {

    @Test
    void derivesTheKeyOfRfc6030() {
        byte[] salt = Base64Text.decode("Ej7/PEpyEpw=");

        byte[] key = new KeyDerivation(salt, 1000, 16, MacAlgorithm.HMAC_SHA1).derive("qwerty".toCharArray());

        assertEquals("651e63cd57008476af1ff6422cd02e41", HexFormat.of().formatHex(key));
    }

    @ParameterizedTest
    @CsvSource({ // RFC 3394 sections 4.1, 4.2 and 4.3
            "KW_AES_128, 000102030405060708090a0b0c0d0e0f,                                 1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5",
            "KW_AES_192, 000102030405060708090a0b0c0d0e0f1011121314151617,                 96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d",
            "KW_AES_256, 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f, 64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7" })
    void unwrapsTheKeysOfRfc3394(EncryptionAlgorithm algorithm, String key, String wrapped) {
        byte[] value = HexFormat.of().parseHex(wrapped);
        byte[] kek = HexFormat.of().parseHex(key);

        assertEquals("00112233445566778899aabbccddeeff", HexFormat.of().formatHex(algorithm.decrypt(kek, value)));
        value[0] ^= 1;
        assertThrows(UnusableFile.class, () -> algorithm.decrypt(kek, value));
    }

    @ParameterizedTest
    @CsvSource({ // RFC 2202 section 3 and RFC 4231 section 4.3, each the second case
            "HMAC_SHA1,   effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            "HMAC_SHA256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" })
    void verifiesTheMacsOfRfc4231(MacAlgorithm algorithm, String digest) {
        byte[] key = "Jefe".getBytes(StandardCharsets.US_ASCII);
        byte[] value = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        byte[] mac = HexFormat.of().parseHex(digest);

        assertTrue(algorithm.verifies(key, value, mac));
        mac[mac.length - 1] ^= 1;
        assertFalse(algorithm.verifies(key, value, mac));
        assertFalse(algorithm.verifies(key, value, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 16, 31, 33 })
    void refusesAValueThatIsNoIvAndBlocks(int length) {
        assertThrows(UnusableFile.class, () -> EncryptionAlgorithm.AES_128_CBC.decrypt(new byte[16], new byte[length]));
    }

    @Test
    void decodesBase64InItsOneForm() {
        assertArrayEquals(new byte[] { 1, 2 }, Base64Text.decode(" AQ\r\n\tI= "));
    }

    @ParameterizedTest
    @ValueSource(strings = { "AQI", "AQJ=", "AQI==", "A_I=", "AQ.I=" })
    void refusesOtherBase64(String text) {
        assertThrows(IllegalArgumentException.class, () -> Base64Text.decode(text));
    }
}
