package org.keycloak.testsuite.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.keycloak.admin.client.resource.UserProfileResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.KeyUri;
import org.keycloak.testsuite.totp.QrCode;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * What the administrator gets: every value in effect, the key URI, and its picture.
 */
class CreateTotpReplyTest extends AbstractTotpTest {

    private static final String EMOJI = "\uD83D\uDD11"; // two UTF-16 characters, four bytes

    private TestRealm awkwardAccounts;
    private TestRealm changingPolicy;
    private TestRealm multilingual;

    @Test
    void defaultsAreThoseOfTheRealm() {
        TestUser user = newUser();
        long before = Instant.now().toEpochMilli();

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        JsonNode json = reply.json();
        assertEquals(realm().name(), json.get("issuer").textValue());
        assertEquals("HmacSHA1", json.get("algorithm").textValue());
        assertEquals(6, json.get("digits").intValue());
        assertEquals(30, json.get("period").intValue());
        assertEquals(32, json.get("keySize").intValue());
        assertEquals(246, json.get("qrSize").intValue());
        assertFalse(json.get("replaceExisting").booleanValue());
        assertFalse(json.hasNonNull("userLabel"), "no label");
        assertEquals("TEXT", json.get("secretEncoding").textValue());
        assertTrue(json.get("createdDate").longValue() >= before && json.get("createdDate").longValue() <= Instant.now().toEpochMilli());
        CredentialRepresentation stored = user.otpCredentials().get(0);
        assertEquals(stored.getId(), json.get("id").textValue());
        assertEquals(stored.getCreatedDate(), json.get("createdDate").longValue());
    }

    @Test
    void replyHoldsWhatTheDesignSaysAndNothingMore() {
        HttpReply reply = newUser().totp().create(Json.object("userLabel", "phone"));

        Set<String> fields = new TreeSet<>();
        reply.json().properties().stream().filter(field -> !field.getValue().isNull()).map(Map.Entry::getKey).forEach(fields::add);
        assertEquals(new TreeSet<>(Set.of("userLabel", "issuer", "algorithm", "digits", "period", "keySize", "qrSize", "replaceExisting",
                "id", "createdDate", "totpSecret", "secretEncoding", "totpSecretEncoded", "keyUri", "qrCode")), fields);
    }

    @Test
    void secretIsTheSameInAllItsForms() {
        HttpReply reply = newUser().totp().create();

        byte[] secret = reply.field("totpSecret").getBytes(StandardCharsets.UTF_8);
        assertEquals(32, secret.length);
        assertArrayEquals(secret, Base32.decode(reply.field("totpSecretEncoded")));
        assertEquals(reply.field("totpSecretEncoded"), KeyUri.parse(reply.field("keyUri")).parameter("secret"));
    }

    @Test
    void secretsDiffer() {
        TestUser user = newUser();

        String first = user.totp().create().field("totpSecret");
        String second = user.totp().create(Json.object("replaceExisting", true)).field("totpSecret");

        assertNotEquals(first, second);
    }

    @Test
    void everyFieldThatIsAskedForIsInEffect() {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("userLabel", "Erika's phone", "issuer", "Acme", "algorithm", "HmacSHA256", "digits", 8,
                "period", 45, "keySize", 40, "qrSize", 300, "replaceExisting", true));

        assertEquals(200, reply.status(), reply::toString);
        JsonNode json = reply.json();
        assertEquals("Erika's phone", json.get("userLabel").textValue());
        assertEquals("Acme", json.get("issuer").textValue());
        assertEquals("HmacSHA256", json.get("algorithm").textValue());
        assertEquals(8, json.get("digits").intValue());
        assertEquals(45, json.get("period").intValue());
        assertEquals(40, json.get("keySize").intValue());
        assertEquals(300, json.get("qrSize").intValue());
        assertTrue(json.get("replaceExisting").booleanValue());
        assertEquals("Erika's phone", user.otpCredentials().get(0).getUserLabel());
        KeyUri uri = KeyUri.parse(reply.field("keyUri"));
        assertEquals("totp", uri.type());
        assertEquals("Acme:" + user.name(), uri.label());
        assertEquals(Map.of("secret", reply.field("totpSecretEncoded"), "issuer", "Acme", "algorithm", "SHA256", "digits", "8", "period", "45"),
                uri.parameters());
    }

    @ParameterizedTest
    @CsvSource({"SHA1, HmacSHA1, 32", "SHA256, HmacSHA256, 32", "SHA512, HmacSHA512, 64", "HmacSHA512, HmacSHA512, 64"})
    void algorithmHasAShortNameAndAKeySizeOfItsOwn(String asked, String algorithm, int keySize) {
        HttpReply reply = newUser().totp().create(Json.object("algorithm", asked));

        assertEquals(algorithm, reply.field("algorithm"), reply::toString);
        assertEquals(keySize, reply.json().get("keySize").intValue());
        assertEquals(keySize, Base32.decode(reply.field("totpSecretEncoded")).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 128})
    void keySizeIsAllowedUpToItsBounds(int keySize) {
        HttpReply reply = newUser().totp().create(Json.object("keySize", keySize));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(keySize, Base32.decode(reply.field("totpSecretEncoded")).length);
    }

    @Test
    void policyOfTheRealmGivesTheDefaults() {
        TestRealm realm = TestRealm.create(server(), it -> {
            it.setDisplayName("Acme & Söhne");
            TestRealm.setOtpPolicy(it, "totp", "HmacSHA512", 8, 40);
        });
        TestUser user = realm.newUser();

        HttpReply reply = user.totp().create("{}");

        assertEquals("Acme & Söhne", reply.field("issuer"), reply::toString);
        assertEquals("HmacSHA512", reply.field("algorithm"));
        assertEquals(8, reply.json().get("digits").intValue());
        assertEquals(40, reply.json().get("period").intValue());
        assertEquals(64, reply.json().get("keySize").intValue());
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    @Test
    void displayNameIsResolvedAsOnTheLoginPage() {
        TestRealm realm = TestRealm.create(server(), it -> it.setDisplayName("${doLogIn}"));

        assertEquals("Sign In", realm.newUser().totp().create().field("issuer"));
    }

    /** As in Keycloak's mails: the language of whoever hands the QR code out doesn't matter. */
    @ParameterizedTest
    @CsvSource({"de, Beispiel", "fr, Example", ", Example"})
    void displayNameIsInTheUsersLanguage(String locale, String issuer) {
        TestUser user = multilingual().newUser(it -> it.setAttributes(locale == null ? null : Map.of("locale", List.of(locale))));

        HttpReply reply = user.totp().create(new byte[0], "Accept-Language", "de");

        assertEquals(issuer, reply.field("issuer"), reply::toString);
    }

    @ParameterizedTest
    @CsvSource({"de, Beispiel", "en, Example", "fr, Example"})
    void displayNameIsInTheLanguageOfTheUsersOwnRequest(String language, String issuer) {
        HttpReply reply = OwnTotpEndpoints.of(multilingual().newUser()).send("POST", OwnTotpEndpoints.GENERATE, null, "Accept-Language", language);

        assertEquals(issuer, reply.field("issuer"), reply::toString);
    }

    /** Its default is none of the languages that it supports: it is the default for all that. */
    private TestRealm multilingual() {
        if (multilingual == null) {
            multilingual = TestRealm.create(server(), it -> {
                it.setDisplayName("${realmTitle}");
                it.setInternationalizationEnabled(true);
                it.setSupportedLocales(Set.of("de", "fr"));
                it.setDefaultLocale("en");
                it.setLocalizationTexts(Map.of("de", Map.of("realmTitle", "Beispiel"), "en", Map.of("realmTitle", "Example")));
            });
        }
        return multilingual;
    }

    /** Keycloak stores what it is given there. */
    @ParameterizedTest
    @ValueSource(strings = {":", "${}", "a\u0001b", " : "})
    void displayNameThatIsNoIssuerGivesWayToTheName(String displayName) {
        TestRealm realm = realmOfPolicy("HmacSHA1", 6, 30);
        RealmRepresentation change = new RealmRepresentation();
        change.setDisplayName(displayName);
        realm.resource().update(change);

        assertEquals(realm.name(), realm.newUser().totp().create().field("issuer"));
    }

    @Test
    void issuerOfColonsIsRefused() {
        HttpReply reply = newUser().totp().create(Json.object("issuer", "::"));

        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains("issuer"), reply::toString);
    }

    /** No code would ever be right. */
    @Test
    void policyOfANegativeWindowIsNamed() {
        TestRealm realm = TestRealm.create(server(), it -> {
            TestRealm.setOtpPolicy(it, "totp", "HmacSHA1", 6, 30);
            it.setOtpPolicyLookAheadWindow(-1);
        });

        HttpReply reply = realm.newUser().totp().create();

        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains("policy"), reply::toString);
    }

    @Test
    void hotpPolicyGivesAPeriodOfThirtySeconds() {
        TestRealm realm = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "hotp", "HmacSHA256", 8, 45));

        HttpReply reply = realm.newUser().totp().create();

        assertEquals(30, reply.json().path("period").intValue(), reply::toString);
        assertEquals(8, reply.json().path("digits").intValue(), reply::toString);
        assertEquals("HmacSHA256", reply.field("algorithm"));
        assertTrue(reply.field("keyUri").startsWith("otpauth://totp/"), reply::toString);
    }

    /** Keycloak stores what it is given, and zero for the rest. */
    @Test
    void incompletePolicyGivesKeycloaksDefaults() {
        TestRealm realm = TestRealm.create(server(), it -> it.setOtpPolicyType("totp"));

        HttpReply reply = realm.newUser().totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertEquals("HmacSHA1", reply.field("algorithm"));
        assertEquals(6, reply.json().get("digits").intValue());
        assertEquals(30, reply.json().get("period").intValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 246, 1000})
    void pictureIsAsLargeAsAskedForAndHoldsTheKeyUri(int size) {
        HttpReply reply = newUser().totp().create(Json.object("qrSize", size, "issuer", "A"));

        assertEquals(200, reply.status(), reply::toString);
        QrCode qrCode = QrCode.of(reply.field("qrCode"));
        assertEquals(size, qrCode.picture().getWidth());
        assertEquals(size, qrCode.picture().getHeight());
        assertEquals(reply.field("keyUri"), qrCode.text());
    }

    @Test
    void noPictureAtSizeZero() {
        HttpReply reply = newUser().totp().create(Json.object("qrSize", 0));

        assertEquals(200, reply.status(), reply::toString);
        assertFalse(reply.json().hasNonNull("qrCode"));
        assertEquals(0, reply.json().get("qrSize").intValue());
        assertTrue(reply.json().hasNonNull("keyUri"));
    }

    @Test
    void pictureAloneIsRepliedWhereAskedFor() {
        TestUser user = newUser();

        HttpReply reply = user.totp().createPicture(Json.object("qrSize", 321));

        assertEquals(200, reply.status());
        assertEquals("image/png", reply.header("Content-Type").orElseThrow());
        assertEquals("no-store", reply.header("Cache-Control").orElseThrow());
        QrCode qrCode = QrCode.of(reply.bytes());
        assertEquals(321, qrCode.picture().getWidth());
        assertGranted(user.login(Authenticator.scan(qrCode.text()).code()));
    }

    @Test
    void repliesWithASecretAreNotStored() {
        assertEquals("no-store", newUser().totp().create().header("Cache-Control").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "  \n"})
    void bodyMayBeEmpty(String body) {
        HttpReply reply = newUser().totp().create(body);

        assertEquals(200, reply.status(), reply::toString);
    }

    /** As clients send it that write all that their class holds. */
    @Test
    void nullMeansAbsent() {
        HttpReply reply = newUser().totp().create("{\"userLabel\": null, \"issuer\": null, \"algorithm\": null, \"digits\": null, \"period\": null, "
                + "\"keySize\": null, \"qrSize\": null, \"totpSecret\": null, \"secretEncoding\": null, \"replaceExisting\": null, "
                + "\"id\": null, \"createdDate\": null, \"totpSecretEncoded\": null, \"keyUri\": null, \"qrCode\": null}");

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(6, reply.json().get("digits").intValue());
    }

    @ParameterizedTest
    @CsvSource({"'', 6, 30, HmacSHA1", "SHA1, 8, 30, HmacSHA1", "SHA512, 6, 60, HmacSHA512"})
    void policyThatKeycloakTakesAsItIsIsRead(String algorithm, int digits, int period, String inEffect) {
        TestUser user = realmOfPolicy(algorithm, digits, period).newUser();

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(inEffect, reply.field("algorithm"));
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    /** Keycloak stores it; a credential of it would log in nowhere, or in no app. */
    @ParameterizedTest
    @CsvSource({"bogus, 6, 30, algorithm", "HmacMD5, 6, 30, algorithm", "HmacSHA1, 7, 30, digits", "HmacSHA1, 10, 30, digits", "HmacSHA1, 6, 1, period",
            "HmacSHA1, 6, 100000, period"})
    void policyThatNoTotpCanBeCreatedWithIsNamed(String algorithm, int digits, int period, String field) {
        TestUser user = realmOfPolicy(algorithm, digits, period).newUser();

        HttpReply refused = user.totp().create();

        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.errorMessage().contains("policy") && refused.errorMessage().contains(field), refused::toString);
        assertTrue(user.otpCredentials().isEmpty());
        assertGranted(user.login(user.newTotp(Json.object("algorithm", "SHA1", "digits", 6, "period", 30)).code()));
    }

    @Test
    void emptyAcceptIsNone() {
        HttpReply reply = newUser().totp().create("{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json", "Accept", "");

        assertEquals(200, reply.status(), reply::toString);
        assertEquals("application/json", reply.header("Content-Type").orElseThrow());
    }

    /** A phone can't read one pixel a module. */
    @Test
    void defaultPictureGrowsWithItsContent() {
        HttpReply reply = newUser(255).totp().create(Json.object("issuer", "ü".repeat(255)));

        assertEquals(200, reply.status(), reply::toString);
        int size = reply.json().get("qrSize").intValue();
        assertTrue(size > 246, size + " pixels");
        assertEquals(size, QrCode.of(reply.field("qrCode")).picture().getWidth());
    }

    static Stream<String> awkwardIssuers() {
        return Stream.of("two words", "plus+plus", "a & b", "a=b&secret=AAAA", "100% ?#/\\", "Söhne", "\"quoted\" <b>'x'</b>", EMOJI + " keys",
                "日本語", "%20", "e\u0301", "ü".repeat(200), "x".repeat(255), "&".repeat(255), "\u202Eltr");
    }

    @ParameterizedTest
    @MethodSource("awkwardIssuers")
    void awkwardIssuerGetsThroughWhole(String issuer) {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("issuer", issuer, "qrSize", 400));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(issuer, reply.field("issuer"));
        assertKeyUri(reply, issuer, user.name());
    }

    @ParameterizedTest
    @CsvSource({"Acme: Berlin, Acme  Berlin", "a:b:c, a b c"})
    void colonOfAnIssuerBecomesASpace(String issuer, String shown) {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("issuer", issuer));

        assertEquals(200, reply.status(), reply::toString);
        assertKeyUri(reply, shown, user.name());
    }

    static Stream<String> awkwardAccounts() {
        return Stream.of("two words", "plus+plus", "jürgen@example.com", "a&b=c", "50% ?#/", "a:b", EMOJI + "key", "日本語", "ü".repeat(255),
                "x".repeat(255));
    }

    @ParameterizedTest
    @MethodSource("awkwardAccounts")
    void awkwardAccountGetsThroughWhole(String account) {
        TestUser user = realmOfAwkwardAccounts().newUser(it -> it.setUsername(account));

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertKeyUri(reply, "Grüße & more", account);
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    @Test
    void labelDoesWithoutTheIssuerWhereAQrCodeHasNoRoomForIt() {
        TestUser user = newUser(255);
        String issuer = "ü".repeat(255);

        HttpReply reply = user.totp().create(Json.object("issuer", issuer));

        assertEquals(200, reply.status(), reply::toString);
        KeyUri uri = KeyUri.parse(reply.field("keyUri"));
        assertEquals(user.name(), uri.label());
        assertEquals(issuer, uri.parameter("issuer"));
        assertEquals(reply.field("keyUri"), QrCode.of(reply.field("qrCode")).text());
    }

    @Test
    void namesThatNoQrCodeHoldsAreRefusedUnlessNoneIsAskedFor() {
        TestUser user = realm().newUser(it -> it.setUsername("ü".repeat(255)));
        String issuer = EMOJI.repeat(127);

        HttpReply refused = user.totp().create(Json.object("issuer", issuer, "qrSize", 1000));

        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.errorMessage().contains("qrSize"), refused::toString);
        assertTrue(user.otpCredentials().isEmpty());
        HttpReply reply = user.totp().create(Json.object("issuer", issuer, "qrSize", 0));
        assertEquals(200, reply.status(), reply::toString);
        KeyUri uri = KeyUri.parse(reply.field("keyUri"));
        assertEquals(issuer, uri.parameter("issuer"));
    }

    @Test
    void pictureTooSmallForItsContentIsRefused() {
        TestUser user = newUser(255);

        HttpReply refused = user.totp().create(Json.object("issuer", "x".repeat(255), "qrSize", 100));

        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.errorMessage().contains("qrSize"), refused::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }

    private TestRealm realmOfPolicy(String algorithm, int digits, int period) {
        if (changingPolicy == null) {
            changingPolicy = TestRealm.create(server());
        }
        RealmRepresentation realm = new RealmRepresentation();
        TestRealm.setOtpPolicy(realm, "totp", algorithm, digits, period);
        changingPolicy.resource().update(realm);
        return changingPolicy;
    }

    /** Keycloak forbids most such names unless the realm's user profile allows them, as for users that come from elsewhere. */
    private TestRealm realmOfAwkwardAccounts() {
        if (awkwardAccounts == null) {
            awkwardAccounts = TestRealm.create(server(), it -> it.setDisplayName("Grüße & more"));
            UserProfileResource profile = awkwardAccounts.resource().users().userProfile();
            UPConfig config = profile.getConfiguration();
            config.getAttribute("username").setValidations(Map.of("length", Map.of("min", 1, "max", 255)));
            profile.update(config);
        }
        return awkwardAccounts;
    }

    private TestUser newUser(int lengthOfName) {
        return realm().newUser(user -> user.setUsername((user.getUsername() + "-".repeat(lengthOfName)).substring(0, lengthOfName)));
    }

    private static void assertKeyUri(HttpReply reply, String issuer, String account) {
        String keyUri = reply.field("keyUri");
        assertTrue(keyUri.matches("[\\x21-\\x7e]+"), keyUri); // as a URI has to be, without spaces and raw Unicode
        assertFalse(keyUri.contains("+"), keyUri);
        KeyUri uri = KeyUri.parse(keyUri);
        assertEquals(issuer + ":" + account, uri.label());
        assertEquals(issuer, uri.parameter("issuer"));
        assertEquals(Set.of("secret", "issuer", "algorithm", "digits", "period"), uri.parameters().keySet());
        assertEquals(keyUri, QrCode.of(reply.field("qrCode")).text());
    }
}
