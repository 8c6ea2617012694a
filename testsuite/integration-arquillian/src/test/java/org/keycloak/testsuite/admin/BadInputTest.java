package org.keycloak.testsuite.admin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Bad input of create-totp gets a clear refusal that names the field, and changes nothing.
 */
class BadInputTest extends AbstractTotpTest {

    private static final String LONG = "x".repeat(10_000);

    private TestUser user;

    /**
     * @param field what the message must name
     */
    record BadField(String field, String value) {

        String body() {
            return "{\"" + field + "\": " + value + "}";
        }

        @Override
        public String toString() {
            return field + ": " + (value.length() <= 60 ? value : value.substring(0, 60) + "… (" + value.length() + ")");
        }
    }

    static Stream<BadField> badFields() {
        return Stream.of(
                fields("digits", "7", "0", "5", "9", "-6", "60", "2147483648", "-2147483649", "99999999999999999999999", "1e400", "6.0", "6.5", "6e0",
                        "\"6\"", "\"\"", "true", "[6]", "[]", "{}"),
                fields("period", "9", "301", "0", "-30", "2147483647", "4294967326", "30.5", "\"30\"", "false", "{\"s\": 30}"),
                fields("keySize", "19", "129", "0", "-1", "-2147483648", "18446744073709551648", "32.0", "\"32\"", "[32]"),
                fields("qrSize", "99", "1001", "1", "-1", "2147483647", "9999999999", "246.5", "\"246\"", "true"),
                fields("algorithm", "\"MD5\"", "\"\"", "\"hmacsha1\"", "\"HmacSHA1 \"", "\"HmacSHA384\"", "1", "[\"SHA1\"]", text(LONG)),
                fields("userLabel", "\"\"", "\" \"", "\"\u00a0 \\t\"", text("x".repeat(256)), text(LONG), "5", "{}", "[\"phone\"]", "\"a\\u0000b\"", "\"a\\nb\"",
                        "\"\\ud83d\"", "\"\\udd11\\ud83d\"", "\"\\u007f\""),
                fields("issuer", "\"\"", "\" \"", text("x".repeat(256)), text(LONG), "5", "true", "{}", "\"a\\u0000b\"", "\"a\\tb\"",
                        "\"\\ud83d\""),
                fields("totpSecret", "\"\"", text("k".repeat(15)), text("k".repeat(129)), text("ü".repeat(65)), text(LONG), "1234567890123456",
                        "[\"1234567890123456\"]", "\"1234567890\\u00001234567890\"", "\"1234567890123456\\ud83d\""),
                fields("totpSecret", text("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), text("3132333435363738393031323334353637383930")),
                fields("secretEncoding", "\"BASE32\"", "\"HEX\"", "\"TEXT\"", "\"base64\"", "\"hex\"", "\"\"", "32", "true"),
                fields("keyUri", "\"otpauth://totp/a\"", "\"\"", "5", "{}", text(LONG), text("otpauth://hotp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0"),
                        text("otpauth://totp/a?secret=" + "A".repeat(60_000)), text("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ"), text("otpauth://totp/\\u0000?secret="),
                        text("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=7"), text("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")),
                fields("replaceExisting", "\"true\"", "1", "0", "[]", "\"\""),
                // for the reply only
                fields("id", "\"5c1b1c5e-0f6f-4f4b-8a35-3a3a0b1c0c1e\""),
                fields("createdDate", "0"),
                fields("totpSecretEncoded", "\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\""),
                fields("qrCode", "\"\""),
                // unknown
                fields("code", "\"123456\""),
                fields("Digits", "6"),
                fields("user_label", "\"phone\""),
                fields("__proto__", "{}"))
                .flatMap(fields -> fields);
    }

    private static Stream<BadField> fields(String field, String... values) {
        return Stream.of(values).map(value -> new BadField(field, value));
    }

    private static String text(String characters) {
        return "\"" + characters + "\"";
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void fieldIsNamed(BadField bad) {
        assertBadRequest(user().totp().create(bad.body()), bad.field());
    }

    static Stream<BadField> badBase32() {
        return Stream.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ!", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQO01", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJ8",
                        "====", "", "ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQ=OJQ", "MFRGGZDFMZTWQ2LK", "A".repeat(10_000),
                        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQA", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ\u0131", "\u017fEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
                .map(secret -> new BadField("totpSecret", text(secret)));
    }

    @ParameterizedTest
    @MethodSource("badBase32")
    void invalidBase32IsRefused(BadField bad) {
        assertBadRequest(user().totp().create("{\"secretEncoding\": \"BASE32\", \"totpSecret\": " + bad.value() + "}"), "totpSecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3132333435363738393031323334353", "3132333435363738393031323334353g", "0x31323334353637383930313233343536", "31:32:33:34:35:36:37:38:39:30:31:32:33:34:35:36",
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "313233343536373839303132333435"})
    void invalidHexIsRefused(String secret) {
        assertBadRequest(user().totp().create(Json.object("secretEncoding", "HEX", "totpSecret", secret)), "totpSecret");
    }

    /** Only the client knows how the text is to be read. */
    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "3132333435363738393031323334353637383930"})
    void encodingIsAskedFor(String secret) {
        HttpReply reply = user().totp().create(Json.object("totpSecret", secret));

        assertBadRequest(reply, "secretEncoding");
        assertEquals("Invalid secretEncoding. Allowed: TEXT, BASE32 or HEX; totpSecret needs one of them.", reply.errorMessage());
    }

    @Test
    void keyUriIsNoText() {
        String keyUri = "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        assertBadRequest(user().totp().create(Json.object("totpSecret", keyUri, "secretEncoding", "TEXT")), "keyUri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"digits\": 8", "\"period\": 60", "\"algorithm\": \"SHA256\"", "\"issuer\": \"Acme\"", "\"keySize\": 32",
            "\"totpSecret\": \"12345678901234567891\", \"secretEncoding\": \"TEXT\"", "\"totpSecret\": \"12345678901234567890\"", "\"secretEncoding\": \"BASE32\""})
    void fieldThatContradictsTheKeyUriIsNamed(String field) {
        String keyUri = "otpauth://totp/ACME:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        assertBadRequest(user().totp().create("{\"keyUri\": \"" + keyUri + "\", " + field + "}"), field.substring(1, field.indexOf("\":")));
    }

    static Stream<String> brokenBodies() {
        return Stream.of("null", "[]", "[{}]", "[{\"digits\": 6}]", "\"digits\"", "6", "true", "{", "}", "{\"digits\": ", "{\"digits\": 6",
                "{\"digits\": 6,}", "{digits: 6}", "{'digits': 6}", "{\"digits\": NaN}", "{\"digits\": 06}", "{\"digits\": +6}",
                "{\"digits\": 6} {}", "{\"digits\": 6} x", "{} []", "{/* six */ \"digits\": 6}", "{\"digits\" 6}", "{\"userLabel\": \"phone}",
                "{\"userLabel\": \"\\x41\"}", "{\"userLabel\": \"a\nb\"}", "{\"digits\": 6, \"digits\": 6}", "digits=6", "<digits>6</digits>",
                "{\"userLabel\": " + "[".repeat(100_000), "[".repeat(100_000), "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "{\"digits\": " + "1".repeat(100_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void brokenBodyIsABadRequest(String body) {
        assertBadRequest(user().totp().create(body), "");
    }

    static Stream<byte[]> invalidUtf8() {
        return Stream.of(
                new byte[] {(byte) 0xc3, 0x28},
                new byte[] {(byte) 0xff, (byte) 0xfe},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // a surrogate
                new byte[] {(byte) 0xc0, (byte) 0x80}, // NUL in two bytes
                new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80}); // beyond Unicode
    }

    @ParameterizedTest
    @MethodSource("invalidUtf8")
    void invalidUtf8IsABadRequest(byte[] invalid) {
        byte[] start = "{\"userLabel\": \"phone".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[start.length + invalid.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(invalid, 0, body, start.length, invalid.length);
        System.arraycopy(end, 0, body, start.length + invalid.length, end.length);

        assertBadRequest(user().totp().create(body, "Content-Type", AdminHttp.JSON), "");
    }

    @Test
    void randomBytesAreABadRequest() {
        byte[] body = new byte[256];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 37 + 11);
        }

        assertBadRequest(user().totp().create(body, "Content-Type", AdminHttp.JSON), "");
    }

    @ParameterizedTest
    @MethodSource("otherContentTypes")
    void otherContentTypesAreUnsupported(String contentType) {
        HttpReply reply = user().totp().create("{}".getBytes(StandardCharsets.UTF_8), "Content-Type", contentType);

        assertUnchanged();
        assertEquals(415, reply.status(), reply::toString);
    }

    static Stream<String> otherContentTypes() {
        return Stream.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data; boundary=x");
    }

    @ParameterizedTest
    @MethodSource("otherAccepts")
    void otherRepliesAreNotAcceptable(String accept) {
        HttpReply reply = user().totp().create("{}".getBytes(StandardCharsets.UTF_8), "Content-Type", AdminHttp.JSON, "Accept", accept);

        assertUnchanged();
        assertEquals(406, reply.status(), reply::toString);
    }

    static Stream<String> otherAccepts() {
        return Stream.of("text/html", "image/svg+xml", "application/xml", "text/plain", "image/png;q=0, application/json;q=0");
    }

    /** A part of 300,000 characters once kept a core busy for five minutes. */
    @ParameterizedTest
    @ValueSource(ints = {60_000, 300_000, 5_000_000})
    void largeSecretCostsNoMoreThanReadingIt(int length) {
        String body = Json.object("secretEncoding", "BASE32", "totpSecret", "=".repeat(length) + "A");

        assertTimeout(Duration.ofSeconds(20), () -> assertBadRequest(user().totp().create(body), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "a/b/c"})
    @DisabledIfSystemProperty(named = "keycloak.distribution", matches = ".*-26\\.4\\..*", disabledReason = "Keycloak 26.4 has a 500 for it at all endpoints")
    void whatIsNoMediaTypeIsNotAcceptable(String accept) {
        HttpReply reply = user().totp().create("{}".getBytes(StandardCharsets.UTF_8), "Content-Type", AdminHttp.JSON, "Accept", accept);

        assertUnchanged();
        assertEquals(406, reply.status(), reply::toString);
    }

    @Test
    void pictureOfNoSizeIsRefused() {
        assertBadRequest(user().totp().createPicture("{\"qrSize\": 0}"), "qrSize");
    }

    /** All tests share a user, because no request may change what the user has. */
    private TestUser user() {
        if (user == null) {
            user = newUser();
        }
        return user;
    }

    private void assertBadRequest(HttpReply reply, String named) {
        assertUnchanged();
        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains(named), reply::toString);
        assertFalse(reply.errorMessage().isBlank(), reply::toString);
        assertTrue(reply.bytes().length < 1000, "a message, not the request: " + reply.bytes().length);
        assertEquals(1, reply.json().size(), reply::toString);
    }

    private void assertUnchanged() {
        List<CredentialRepresentation> credentials = user.resource().credentials();
        if (credentials.size() != 1) {
            user = null; // changed: not for the next test
        }
        assertEquals(List.of(CredentialRepresentation.PASSWORD), credentials.stream().map(CredentialRepresentation::getType).toList());
    }
}
