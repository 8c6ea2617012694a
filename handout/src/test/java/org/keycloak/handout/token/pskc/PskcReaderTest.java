package org.keycloak.handout.token.pskc;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.token.RejectedRow;
import org.keycloak.handout.token.Token;
import org.keycloak.handout.token.TokenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/** Files of {@code src/test/resources/tokens/pskc}. */
class PskcReaderTest {

    private static final String SEED = "12345678901234567890";
    private static final PskcKeys NO_KEYS = new PskcKeys(name -> null, name -> null, false);
    private static final PskcKeys UNASKED = new PskcKeys(name -> fail("The key was asked for."), name -> fail("The password was asked for."), false);

    @TempDir
    Path directory;

    @Test
    void readsTokensInTheClear() {
        TokenFile file = PskcReader.read(sample("plain"), UNASKED);

        assertEquals("PSKC (RFC 6030)", file.format());
        assertEquals(List.of("2600000001 alice username " + SEED + " HmacSHA1 6 60 oath.AB c200 1 [2600000001, alice]",
                "key-2 null null 12345678901234567890123456789012 HmacSHA256 8 null null null 2 [key-2, ]"), described(file));
        assertEquals(List.of(), file.rejected());
    }

    @Test
    void decryptsWithAPreSharedKey() {
        TokenFile file = PskcReader.read(sample("pre-shared-key"), preSharedKey("12345678901234567890123456789012"));

        assertEquals(List.of("987654321 null null " + SEED + " HmacSHA1 8 null Manufacturer null 1 [987654321, ]"), described(file));
    }

    @Test
    void decryptsWithAPassword() {
        TokenFile file = PskcReader.read(sample("password"), password("My Password 1", "qwerty"));

        assertEquals(List.of("987654321 null null " + SEED + " HmacSHA1 8 null TokenVendorAcme null 1 [987654321, ]"), described(file));
    }

    @Test
    void decryptsLongerKeysAndWrappedSecrets() {
        TokenFile file = PskcReader.read(sample("aes-256"), password(null, "correct horse ü"));

        assertEquals(List.of("A-1 bob username 12345678901234567890123456789012 HmacSHA512 null 60 null null 1 [A-1, bob]",
                "A-2 null null 123456789012345678901234 HmacSHA1 null null null null 2 [A-2, ]"), described(file));
    }

    @Test
    void decryptsWithoutMacsIfTold() {
        PskcKeys keys = new PskcKeys(preSharedKey("12345678901234567890123456789012").preSharedKey(), NO_KEYS.password(), true);

        assertEquals(SEED, new String(PskcReader.read(sample("no-mac"), keys).tokens().get(0).secret(), StandardCharsets.US_ASCII));
        assertRefused("MAC is wrong", "changed", keys);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "changed        | changed.xml: Key package 1: A value's MAC is wrong. The key or the password is wrong, or the file was changed.",
            "no-mac         | no-mac.xml: Key package 1: Secret is encrypted without a MAC",
            "iterations     | iterations.xml: IterationCount of PBKDF2-params is 999999999. Allowed is 1 to 10000000.",
            "certificate    | certificate.xml: The secrets are encrypted for a certificate",
            "draft          | draft.xml: The key container is of urn:ietf:params:xml:ns:keyprov:pskc:1.0.",
            "cut-off        | cut-off.xml: the file is not well-formed XML at line 21.",
            "entities       | entities.xml: The file has a document type (DOCTYPE)" })
    void refusesAFileThatCannotBeTrustedOrRead(String name, String message) {
        assertRefused(message, name, preSharedKey("12345678901234567890123456789012"));
    }

    @Test
    void tellsOfTheKeyThatIsMissingOrWrong() {
        assertRefused("pre-shared key \"Pre-shared-key\". Name the file that has it in --pskc-key-file", "pre-shared-key", NO_KEYS);
        assertRefused("password \"My Password 1\". Name the file that has it in --pskc-password-file", "password", NO_KEYS);
        assertRefused("The key has 8 bytes, but aes128-cbc needs 16.", "pre-shared-key", preSharedKey("1234567890123456"));
        assertRefused("The key or the password is wrong", "pre-shared-key", preSharedKey("12345678901234567890123456789013"));
        assertRefused("The key or the password is wrong", "password", password("My Password 1", "Qwerty"));
    }

    @Test
    void rejectsKeysOfOtherKinds() {
        TokenFile file = PskcReader.read(sample("kinds"), UNASKED);

        assertEquals(List.of("12"), file.tokens().stream().map(Token::serial).toList());
        assertReasons(file, "The token counts (HOTP); only tokens that go by the time (TOTP) can be imported",
                "The key's algorithm is urn:ietf:params:xml:ns:keyprov:pskc:pin; only TOTP can be imported",
                "The number of digits is \"7\"; 6 and 8 are allowed",
                "Encoding of the codes (ResponseFormat) is ALPHANUMERIC; DECIMAL is allowed",
                "The token adds a check digit to its codes (CheckDigits of ResponseFormat), which Keycloak doesn't know",
                "The algorithm is \"HMAC-MD5\"; SHA1, SHA256 and SHA512 are allowed",
                "The time interval is \"1\"; 10 to 300 seconds are allowed",
                "PlainValue of Secret is not Base64",
                "The seed has 4 bytes; 16 to 128 are allowed",
                "The key has no Secret; ask the maker for a file with secrets",
                "UserId is neither a username nor a distinguished name such as UID=jsmith,DC=example,DC=com");
        assertEquals(List.of("serial", "username"), file.columns());
        assertEquals(List.of("1", "user1"), file.rejected().get(0).fields());
    }

    @Test
    void rejectsKeysWhosePolicyCannotBeKept() {
        TokenFile file = PskcReader.read(sample("policies"), UNASKED);

        assertEquals(List.of("9", "10"), file.tokens().stream().map(Token::serial).toList());
        assertReasons(file, "The key expired on 2006-05-31T00:00:00Z (ExpiryDate)",
                "The key may not be used before 9999-01-01T00:00:00+01:00 (StartDate)",
                "The token expired on 2006-05-31T00:00:00 (ExpiryDate)",
                "The date 31.12.2099 is not one such as 2030-12-31T00:00:00Z",
                "The key needs a PIN that is part of the code (PINUsageMode Append), which Keycloak can't check; a PIN that is typed on the token (Local) would do",
                "The key is not for OTPs; its KeyUsage is CR, Integrity",
                "The key is for 100 transactions only (NumberOfTransactions), which Keycloak doesn't count",
                "The key has a policy that is not known, KeyUsage; RFC 6030 forbids its use");
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16", "UTF-16LE" })
    void tellsXmlFromCsv(String charset) throws IOException {
        assertTrue(PskcReader.isPskc(written("\uFEFF\r\n <?xml version=\"1.0\"?><KeyContainer/>", charset)));
        assertFalse(PskcReader.isPskc(written("\uFEFFupn,serial number\r\n<alice>,1\r\n", charset)));
        assertFalse(PskcReader.isPskc(written("", charset)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<html/>                                                                                 | XML, but not a key container",
            "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc' Version='2.0'/>               | Version of the key container is 2.0",
            "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc' Version='1.0'/>               | has no KeyPackage" })
    void refusesXmlThatIsNoContainerOfTokens(String xml, String message) throws IOException {
        assertRefusal(message, written(xml, "UTF-8"), UNASKED);
    }

    private static void assertReasons(TokenFile file, String... reasons) {
        assertEquals(List.of(reasons), file.rejected().stream().map(RejectedRow::reason).toList());
    }

    private static void assertRefused(String message, String name, PskcKeys keys) {
        assertRefusal(message, sample(name), keys);
    }

    private static void assertRefusal(String message, Path file, PskcKeys keys) {
        Refusal refusal = assertThrows(Refusal.class, () -> PskcReader.read(file, keys));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    private static PskcKeys preSharedKey(String hex) {
        return new PskcKeys(name -> HexFormat.of().parseHex(hex), NO_KEYS.password(), false);
    }

    private static PskcKeys password(String name, String password) {
        return new PskcKeys(NO_KEYS.preSharedKey(), asked -> {
            assertEquals(name, asked);
            return password.toCharArray();
        }, false);
    }

    private static List<String> described(TokenFile file) {
        return file.tokens().stream().map(token -> List.of(String.valueOf(token.serial()), String.valueOf(token.user()), String.valueOf(token.userKind()),
                new String(token.secret(), StandardCharsets.US_ASCII), token.algorithm(), String.valueOf(token.digits()), String.valueOf(token.period()),
                String.valueOf(token.manufacturer()), String.valueOf(token.model()), String.valueOf(token.row()), token.fields().toString()).stream()
                .collect(Collectors.joining(" "))).toList();
    }

    private static Path sample(String name) {
        return Path.of("src/test/resources/tokens/pskc", name + ".xml");
    }

    private Path written(String text, String charset) throws IOException {
        return Files.writeString(directory.resolve("tokens.xml"), text, Charset.forName(charset));
    }
}
