package org.keycloak.testsuite.federation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.providers.OtpKeepingStorageFactory;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Users of a storage that keeps OTPs itself. The storage takes a secret that is text, and judges codes by the realm's policy. Users log in
 * by browser: Keycloak's token endpoint asks only for codes of OTPs in its own database.
 */
class OtpKeepingStorageTest extends AbstractBrowserTest {

    private static final String SECRET = "12345678901234567890";
    private static final String VALID = "{\"valid\":true}";
    private static final String INVALID = "{\"valid\":false,\"reason\":\"invalid\"}";

    private final Map<Storage, OtpStorage> storages = new EnumMap<>(Storage.class);

    @Test
    void secretGoesToTheStorageAlone() {
        TestUser user = newUser(Storage.WRITABLE);

        HttpReply reply = user.totp().create(Json.object("totpSecret", SECRET, "secretEncoding", "TEXT"));

        assertEquals(200, reply.status(), reply::toString);
        assertFalse(reply.json().has("id"), reply::toString);
        assertEquals(SECRET, reply.field("totpSecret"));
        assertInStorageAlone(user);
        assertVerified(VALID, user, Authenticator.scan(reply.field("keyUri")).code());
    }

    /** The user's id comes from the name that the storage is asked for, and Keycloak asks for names in lower case. */
    @Test
    void userIsFoundByAnIdInUpperCase() {
        TestUser user = newUser(Storage.WRITABLE, "Erika");

        assertEquals(200, user.realm().http().get(user.totp().path("credential-types")).status());
    }

    @Test
    void loginAsksForTheCode() {
        TestUser user = newUser(Storage.WRITABLE);
        Authenticator authenticator = user.newTotp("{}");

        enterPassword(user);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        otpPage.enter(authenticator.wrongCode());
        assertNotIn();
        otpPage.enter(authenticator.code());

        assertIn(user);
    }

    @Test
    void secondCreateIsRefusedAndTheFirstStillWorks() {
        TestUser user = newUser(Storage.WRITABLE);
        Authenticator first = user.newTotp("{}");

        Refusals.assertUserHasTotp(user.totp().create());

        assertVerified(VALID, user, first.code());
    }

    @Test
    void replacingSwapsTheAuthenticators() {
        TestUser user = newUser(Storage.WRITABLE);
        Authenticator first = user.newTotp("{}");

        Authenticator second = user.newTotp(Json.object("replaceExisting", true));

        assertInStorageAlone(user);
        assertVerified(INVALID, user, first.code());
        assertVerified(VALID, user, second.code());
    }

    @Test
    void verifyJudgesTheCode() {
        TestUser user = newUser(Storage.WRITABLE);
        Authenticator authenticator = user.newTotp("{}");

        assertVerified(INVALID, user, authenticator.wrongCode());
        assertVerified(VALID, user, authenticator.code());
    }

    @Test
    void removalTakesItOutOfTheStorage() {
        TestUser user = newUser(Storage.WRITABLE);
        user.newTotp("{}");

        HttpReply removed = user.totp().remove();

        assertEquals(204, removed.status(), removed::toString);
        assertNowhere(user);
        enterPassword(user);
        assertIn(user);
    }

    @Test
    void removalIsRefusedWhereTheStorageCannotDisable() {
        TestUser user = newUser(Storage.CANNOT_DISABLE);
        Authenticator authenticator = user.newTotp("{}");

        Refusals.assertExplained(user.totp().remove());

        assertVerified(VALID, user, authenticator.code());
    }

    @Test
    void nothingToRemoveIsNoErrorWhereTheStorageCannotDisable() {
        HttpReply removed = newUser(Storage.CANNOT_DISABLE).totp().remove();

        assertEquals(204, removed.status(), removed::toString);
    }

    /** The storage would judge codes by a counter. */
    @Test
    void hotpPolicyIsRefused() {
        TestRealm realm = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "hotp", "HmacSHA1", 6, 30));
        TestUser user = OtpStorage.in(realm, Map.of()).newUser();

        Refusals.assertExplained(user.totp().create());

        assertNowhere(user);
    }

    @Test
    void readOnlyStorageRefuses() {
        TestUser user = newUser(Storage.READ_ONLY);

        Refusals.assertExplained(user.totp().create());

        assertNowhere(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"digits\": 6}", "{\"algorithm\": \"SHA1\"}", "{\"period\": 30}"})
    void otherParametersThanTheRealmsAreRefused(String json) {
        TestUser user = newUser(Storage.WRITABLE);

        Refusals.assertNames(Json.parse(json, Map.class).keySet().iterator().next().toString(), user.totp().create(json));

        assertNowhere(user);
    }

    @Test
    void parametersOfTheRealmCanBeNamed() {
        TestUser user = newUser(Storage.WRITABLE);

        Authenticator authenticator = user.newTotp(Json.object("digits", 8, "algorithm", "SHA256", "period", 60));

        assertVerified(VALID, user, authenticator.code());
    }

    /** 20 bytes each: only ones, and a text that ends within a character. */
    @ParameterizedTest
    @ValueSource(strings = {"77777777777777777777777777777777", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOPA"})
    void secretThatIsNoTextIsRefused(String base32) {
        TestUser user = newUser(Storage.WRITABLE);

        Refusals.assertNames("totpSecret", user.totp().create(Json.object("totpSecret", base32, "secretEncoding", "BASE32")));

        assertNowhere(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"totpSecret\": \"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\", \"secretEncoding\": \"BASE32\"}",
            "{\"totpSecret\": \"3132333435363738393031323334353637383930\", \"secretEncoding\": \"HEX\"}",
            "{\"keyUri\": \"otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA256&digits=8&period=60\"}"})
    void secretThatIsTextMayBeWrittenOtherwise(String json) {
        TestUser user = newUser(Storage.WRITABLE);

        Authenticator authenticator = user.newTotp(json);

        assertInStorageAlone(user);
        assertVerified(VALID, user, authenticator.code());
    }

    private static void assertVerified(String expected, TestUser user, String code) {
        HttpReply reply = user.totp().verifyCode(code);
        assertEquals(200, reply.status(), reply::toString);
        assertEquals(expected, reply.text());
    }

    private static void assertInStorageAlone(TestUser user) {
        assertTrue(user.otpCredentials().isEmpty());
        assertTrue(storageTypes(user).contains("otp"));
    }

    private static void assertNowhere(TestUser user) {
        assertTrue(user.otpCredentials().isEmpty());
        assertFalse(storageTypes(user).contains("otp"));
    }

    private static List<String> storageTypes(TestUser user) {
        return user.resource().getConfiguredUserStorageCredentialTypes();
    }

    private TestUser newUser(Storage storage) {
        return newUser(storage, UUID.randomUUID().toString());
    }

    private TestUser newUser(Storage storage, String end) {
        return storages.computeIfAbsent(storage, this::federate).newUser(end);
    }

    private OtpStorage federate(Storage storage) {
        TestRealm realm = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "totp", "HmacSHA256", 8, 60));
        return OtpStorage.in(realm, storage.config);
    }

    private enum Storage {

        WRITABLE(Map.of()),
        CANNOT_DISABLE(Map.of(OtpKeepingStorageFactory.CAN_DISABLE, "false")),
        READ_ONLY(Map.of(OtpKeepingStorageFactory.READ_ONLY, "true"));

        private final Map<String, String> config;

        Storage(Map<String, String> config) {
            this.config = config;
        }
    }
}
