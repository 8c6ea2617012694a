package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.admin.client.resource.UserProfileResource;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;
import org.keycloak.testsuite.totp.QrCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Issuer and account name, which an authenticator app shows: in the reply, the key URI and the QR code.
 */
class CreateTotpIssuerTest extends AbstractTotpTest {

    private static final String EMOJI = "\uD83D\uDD11"; // two UTF-16 characters, four bytes

    private TestRealm multilingual;

    /** Keycloak forbids most of the awkward names unless the realm's user profile allows them. Users from elsewhere have such names too. */
    @Override
    protected TestRealm newRealm() {
        TestRealm realm = TestRealm.create(server(), it -> it.setDisplayName("Grüße & more"));
        UserProfileResource profile = realm.resource().users().userProfile();
        UPConfig config = profile.getConfiguration();
        config.getAttribute("username").setValidations(Map.of("length", Map.of("min", 1, "max", 255)));
        profile.update(config);
        return realm;
    }

    @Test
    void displayNameIsResolvedAsOnTheLoginPage() {
        TestRealm realm = TestRealm.create(server(), it -> it.setDisplayName("${doLogIn}"));

        assertEquals("Sign In", realm.newUser().totp().create().field("issuer"));
    }

    /** As in Keycloak's mails. The administrator's language doesn't matter. */
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

    /** Keycloak stores any display name. */
    @ParameterizedTest
    @ValueSource(strings = {":", "${}", "a\u0001b", " : "})
    void displayNameThatIsNoIssuerGivesWayToTheName(String displayName) {
        TestRealm realm = TestRealm.create(server(), it -> it.setDisplayName(displayName));

        assertEquals(realm.name(), realm.newUser().totp().create().field("issuer"));
    }

    @Test
    void issuerOfColonsIsRefused() {
        HttpReply reply = newUser().totp().create(Json.object("issuer", "::"));

        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains("issuer"), reply::toString);
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
        TestUser user = realm().newUser(it -> it.setUsername(account));

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertKeyUri(reply, "Grüße & more", account);
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    /** A realm whose default language is none that it supports: Keycloak takes it as the default all the same. */
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

    private static void assertKeyUri(HttpReply reply, String issuer, String account) {
        String keyUri = reply.field("keyUri");
        assertTrue(keyUri.matches("[\\x21-\\x7e]+"), keyUri); // a URI has no spaces and no raw Unicode
        assertFalse(keyUri.contains("+"), keyUri);
        KeyUri uri = KeyUri.parse(keyUri);
        assertEquals(issuer + ":" + account, uri.label());
        assertEquals(issuer, uri.parameter("issuer"));
        assertEquals(Set.of("secret", "issuer", "algorithm", "digits", "period"), uri.parameters().keySet());
        assertEquals(keyUri, QrCode.of(reply.field("qrCode")).text());
    }
}
