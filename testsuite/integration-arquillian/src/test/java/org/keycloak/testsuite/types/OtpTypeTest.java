package org.keycloak.testsuite.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OtpFields;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;
import org.keycloak.testsuite.totp.QrCode;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.types.FieldDescription.assertFields;
import static org.keycloak.testsuite.types.FieldDescription.range;
import static org.keycloak.testsuite.types.FieldDescription.text;

/**
 * A TOTP, as one type among others.
 */
class OtpTypeTest extends AbstractTotpTest {

    private static final String OTP = "otp";

    @Test
    void listHoldsTheTypesOfTheServerAndOfOtherJars() {
        HttpReply list = CredentialTypeEndpoints.of(newUser()).list();

        assertEquals(200, list.status(), list::toString);
        Set<String> types = new TreeSet<>(list.elements().map(type -> type.path("type").asText()).toList());
        assertEquals(Set.of("badge", OTP, "recovery-authn-codes"), types);
        assertEquals(types.size(), list.json().size(), list::toString);
    }

    @Test
    void fieldsHaveTheDefaultsOfTheRealmsPolicy() {
        TestRealm realm = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "totp", "HmacSHA256", 8, 60));

        JsonNode otp = CredentialTypeEndpoints.of(realm.newUser()).listed(OTP);

        assertEquals(Set.of("type", "name", "helpText", "configured", "fields"), Json.names(otp));
        assertEquals("Authenticator Application", otp.path("name").asText());
        assertEquals("Enter a verification code from authenticator application.", otp.path("helpText").asText());
        assertOtpFields(otp, "HmacSHA256", 8, 60);
    }

    /** Keycloak would keep the texts of any language. */
    @ParameterizedTest
    @CsvSource({"en,true", "de,false", "ja,true"})
    void nameIsInALanguageThatTheAdministratorCanHave(String locale, boolean english) {
        TestRealm realm = TestRealm.create(server(), it -> {
            it.setInternationalizationEnabled(true);
            it.setSupportedLocales(Set.of("en", "de"));
        });
        TestUser admin = realm.newUser(it -> it.setAttributes(Map.of("locale", List.of(locale))));
        ManagementRoles.of(realm).grant(admin, "manage-users");

        JsonNode otp = CredentialTypeEndpoints.of(realm.newUser()).as(admin.http()).listed(OTP);

        assertEquals(english, otp.path("name").asText().equals("Authenticator Application"), otp::toString);
    }

    @Test
    void periodOfAHotpPolicyIsNoDefault() {
        TestRealm realm = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "hotp", "HmacSHA1", 6, 77));

        assertOtpFields(CredentialTypeEndpoints.of(realm.newUser()).listed(OTP), "HmacSHA1", 6, 30);
    }

    private static void assertOtpFields(JsonNode otp, String algorithm, int digits, int period) {
        assertFields(otp,
                FieldDescription.USER_LABEL,
                FieldDescription.REPLACE_EXISTING,
                """
                {"name": "method", "type": "String", "secret": false, "required": false, "readOnly": false, "validators": %s}
                """.formatted(text(1, 255)),
                """
                {"name": "issuer", "type": "String", "secret": false, "required": false, "readOnly": false, "validators": %s}
                """.formatted(text(1, 255)),
                """
                {"name": "algorithm", "type": "List", "defaultValue": "%s", "options": ["HmacSHA1", "HmacSHA256", "HmacSHA512", "SHA1", "SHA256", "SHA512"],
                 "secret": false, "required": false, "readOnly": false}
                """.formatted(algorithm),
                """
                {"name": "digits", "type": "Integer", "defaultValue": %d, "options": ["6", "8"], "secret": false, "required": false, "readOnly": false}
                """.formatted(digits),
                """
                {"name": "period", "type": "Integer", "defaultValue": %d, "secret": false, "required": false, "readOnly": false, "validators": %s}
                """.formatted(period, range(10, 300)),
                """
                {"name": "keySize", "type": "Integer", "secret": false, "required": false, "readOnly": false, "validators": %s}
                """.formatted(range(20, 128)),
                """
                {"name": "qrSize", "type": "Integer", "defaultValue": 246, "options": ["0"], "secret": false, "required": false, "readOnly": false,
                 "validators": %s}
                """.formatted(range(100, 1000)),
                """
                {"name": "totpSecret", "type": "Password", "secret": true, "required": false, "readOnly": false, "validators": %s}
                """.formatted(text(1, totpSecretLength(otp))),
                """
                {"name": "secretEncoding", "type": "List", "options": ["TEXT", "BASE32", "HEX"], "secret": false, "required": false, "readOnly": false}
                """,
                """
                {"name": "keyUri", "type": "Password", "secret": true, "required": false, "readOnly": false, "validators": %s}
                """.formatted(text(1, 8192)));
    }

    /** Any length will do that is enough for 128 bytes in hex, or in Base32 with spaces and padding. */
    private static int totpSecretLength(JsonNode otp) {
        JsonNode field = new OtpFields(otp.get("fields")).field("totpSecret");
        int max = field.path("validators").path("length").path("max").intValue();
        assertTrue(max >= 205 && max <= 4096, field::toString);
        return max;
    }

    @Test
    void configuredTellsWhetherTheUserHasOne() {
        TestUser hotp = realm().newUser(OtpCredentials.hotp("old token", "12345678901234567890"));

        assertFalse(isConfigured(newUser()));
        assertTrue(isConfigured(hotp));
        hotp.totp().remove();
        assertFalse(isConfigured(hotp));
    }

    @Test
    void javaClientListsTheTypes() {
        CredentialTypeRepresentation otp = newUser().totpClient().credentialTypes().stream().filter(type -> OTP.equals(type.getType())).findFirst().orElseThrow();

        assertEquals(Boolean.FALSE, otp.isConfigured());
        CredentialTypeRepresentation.Field period = otp.getFields().stream().filter(field -> "period".equals(field.getName())).findFirst().orElseThrow();
        assertEquals(30, period.getDefaultValue());
        assertEquals(300, period.getValidators().get("integer").get("max"));
    }

    @Test
    void serviceAccountHasNoTypes() {
        TestUser account = realm().newServiceAccount();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(account);

        HttpReply list = types.list();

        assertEquals(200, list.status(), list::toString);
        assertEquals("[]", list.text());
        Refusals.assertExplained(types.create(OTP));
        Refusals.assertExplained(types.create("recovery-authn-codes"));
        Refusals.assertExplained(types.create("badge", Json.object("number", "4711")));
        assertTrue(account.resource().credentials().isEmpty());
    }

    @Test
    void replyIsThatOfCreateTotp() {
        TestUser user = newUser();
        String json = Json.object("userLabel", "phone", "issuer", "ACME", "algorithm", "SHA256", "digits", 8, "period", 60, "keySize", 40);

        HttpReply reply = CredentialTypeEndpoints.of(user).create(OTP, json);
        HttpReply beside = newUser().totp().create(json);

        assertEquals(201, reply.status(), reply::toString);
        assertEquals(200, beside.status(), beside::toString);
        assertEquals(Json.names(beside.json()), Json.names(reply.json()));
        for (String field : List.of("userLabel", "issuer", "algorithm", "digits", "period", "keySize", "qrSize", "replaceExisting")) {
            assertEquals(beside.json().get(field), reply.json().get(field), field);
        }
        assertEquals(KeyUri.parse(reply.field("keyUri")).parameter("secret"), reply.field("totpSecretEncoded"));
        assertEquals(List.of("no-store"), reply.response().headers().allValues("Cache-Control"));
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    @Test
    void locationIsThatOfTheCredential() {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create(OTP);

        assertEquals(reply.field("id"), user.otpCredentials().get(0).getId());
        assertEquals(realm().url() + "/admin/realms/" + realm().name() + "/users/" + user.id() + "/credentials/" + reply.field("id"),
                reply.header("Location").orElseThrow());
    }

    @Test
    void qrCodeShowsTheKeyUriWhichLogsIn() {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create(OTP, "{}");

        String scanned = QrCode.of(reply.field("qrCode")).text();
        assertEquals(reply.field("keyUri"), scanned);
        assertGranted(user.login(Authenticator.scan(scanned).code()));
    }

    @Test
    void noPictureAtSizeZero() {
        HttpReply reply = CredentialTypeEndpoints.of(newUser()).create(OTP, Json.object("qrSize", 0));

        assertEquals(201, reply.status(), reply::toString);
        assertFalse(reply.json().has("qrCode"), reply::toString);
        assertTrue(reply.json().has("keyUri"), reply::toString);
    }

    @Test
    void setupThatWasPendingIsTakenOff() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of("CONFIGURE_TOTP", "UPDATE_PASSWORD", "CONFIGURE_RECOVERY_AUTHN_CODES")));

        assertEquals(201, CredentialTypeEndpoints.of(user).create(OTP).status());

        assertEquals(Set.of("UPDATE_PASSWORD", "CONFIGURE_RECOVERY_AUTHN_CODES"), Set.copyOf(user.requiredActions()));
    }

    @Test
    void secondIsRefusedWhicheverWayTheFirstCame() {
        TestUser user = newUser();
        user.newTotp("{}");

        Refusals.assertUserHasTotp(CredentialTypeEndpoints.of(user).create(OTP));

        TestUser other = newUser();
        CredentialTypeEndpoints.of(other).create(OTP);
        Refusals.assertUserHasTotp(other.totp().create());
    }

    private static boolean isConfigured(TestUser user) {
        return CredentialTypeEndpoints.of(user).listed(OTP).get("configured").booleanValue();
    }
}
