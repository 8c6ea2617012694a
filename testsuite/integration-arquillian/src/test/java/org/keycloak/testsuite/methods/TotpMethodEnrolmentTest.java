package org.keycloak.testsuite.methods;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.OtpFields;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.KeyUri;
import org.keycloak.testsuite.totp.QrCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertInvalid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * An administrator enrols users with a TOTP method that the request names. The realm has no default.
 */
class TotpMethodEnrolmentTest extends AbstractTwoMethodsTest {

    private static final String OF_STAFF = Json.object("method", STAFF);
    private static final String OF_VAULT = Json.object("method", VAULT);
    private static final String SECRET = "12345678901234567890";

    @Test
    void fieldsOfTheMethodAreTheDefaults() {
        assertOfStaff(newUser().totp().create(OF_STAFF), 200);
    }

    @Test
    void methodMayBeNamedById() {
        assertOfStaff(newUser().totp().create(Json.object("method", staffId())), 200);
    }

    @Test
    void generalEndpointTakesMethodsToo() {
        assertOfStaff(CredentialTypeEndpoints.of(newUser()).create("otp", OF_STAFF), 201);
        assertOfStaff(CredentialTypeEndpoints.of(newUser()).create("otp", Json.object("method", staffId())), 201);
    }

    @Test
    void codesOfTheMethodLogIn() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(OF_STAFF);

        assertRefused(user.login());
        assertRefused(user.login(authenticator.wrongCode()));
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void whatTheRequestNamesItselfWins() {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("method", STAFF, "issuer", "Another", "algorithm", "SHA256", "digits", 6, "period", 45, "keySize", 40,
                "qrSize", 400, "userLabel", "phone"));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(STAFF, reply.field("method"));
        assertEquals("Another", KeyUri.parse(reply.field("keyUri")).parameter("issuer"));
        assertEquals(40, reply.json().path("keySize").intValue());
        assertEquals(400, picture(reply).picture().getWidth());
        OtpData data = OtpData.of(user.otpCredentials().get(0));
        assertEquals(List.of("HmacSHA256", 6, 45), List.of(data.algorithm(), data.digits(), data.period()));
        assertEquals("phone", user.otpCredentials().get(0).getUserLabel());
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    /** People don't see outer spaces. Keycloak's endpoint for labels doesn't remove them, and takes labels in other letter case as the same. */
    @Test
    void labelHasNoOuterSpaces() {
        TestUser user = newUser();
        HttpReply first = user.totp().create(Json.object("method", STAFF, "userLabel", "Phone "));
        assertEquals("Phone", first.field("userLabel"));
        assertEquals("Phone", user.otpCredentials().get(0).getUserLabel());

        for (String stored : new String[] {"Phone", " Phone", "phone\u00a0"}) {
            user.resource().setCredentialUserLabel(first.field("id"), stored);
            for (String label : new String[] {"Phone", " Phone", "PHONE  "}) {
                HttpReply taken = user.totp().create(Json.object("method", VAULT, "userLabel", label));
                assertEquals(409, taken.status(), taken::toString);
                assertEquals("Invalid userLabel. The user has a credential with this label.", taken.errorMessage());
            }
        }
        assertEquals(1, user.otpCredentials().size());
        assertEquals(200, user.totp().create(Json.object("method", STAFF, "userLabel", "Phone", "replaceExisting", true)).status());
        assertEquals(200, user.totp().create(Json.object("method", VAULT, "userLabel", "Pho ne")).status());
    }

    /** The key size is the length of the secret, whatever the method's key size is. */
    @Test
    void secretToImportMayHaveAnyLength() {
        HttpReply reply = newUser().totp().create(Json.object("method", STAFF, "totpSecret", SECRET, "secretEncoding", "TEXT"));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(20, reply.json().path("keySize").intValue());
        assertEquals(8, reply.json().path("digits").intValue());
    }

    @Test
    void listHasTheMethodAsAField() {
        OtpFields fields = OtpFields.of(newUser());

        assertEquals("String", fields.field("method").path("type").asText());
        assertEquals("", fields.defaultOf("method"));
        assertEquals("6", fields.defaultOf("digits"));
    }

    @Test
    void pictureHasTheMethodsSize() {
        HttpReply reply = newUser().totp().createPicture(OF_STAFF);

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(300, QrCode.of(reply.bytes()).picture().getWidth());
        assertEquals("ACME staff", KeyUri.parse(QrCode.of(reply.bytes()).text()).parameter("issuer"));
    }

    @Test
    void methodWithoutPicturesHasThemWhereTheRequestDoes() {
        methods().add("paperless", "issuer", "ACME", "qrSize", 0);
        TestUser user = newUser();

        Refusals.assertNames("qrSize", user.totp().createPicture(Json.object("method", "paperless")));
        assertTrue(user.otpCredentials().isEmpty());
        assertEquals(200, user.totp().createPicture(Json.object("method", "paperless", "qrSize", 200)).status());
        HttpReply reply = newUser().totp().create(Json.object("method", "paperless"));
        assertEquals(200, reply.status(), reply::toString);
        assertFalse(reply.json().has("qrCode"), reply::toString);
    }

    @Test
    void oneCredentialOfEachMethod() {
        TestUser user = newUser();
        Authenticator staff = user.newTotp(OF_STAFF);
        Authenticator vault = user.newTotp(OF_VAULT);

        Refusals.assertUserHasTotp(user.totp().create(OF_STAFF));
        Refusals.assertUserHasTotp(user.totp().create(Json.object("method", staffId())));
        Refusals.assertUserHasTotp(user.totp().create(OF_VAULT));
        Refusals.assertUserHasTotp(CredentialTypeEndpoints.of(user).create("otp", OF_VAULT));

        assertEquals(2, user.otpCredentials().size());
        assertValid(user.totp().verifyCode(staff.code()));
        assertValid(user.totp().verifyCode(vault.code()));
    }

    @Test
    void onlyTheMethodsOwnIsReplaced() {
        TestUser user = newUser();
        Authenticator staff = user.newTotp(OF_STAFF);
        String vault = user.totp().create(OF_VAULT).field("id");

        Authenticator replacement = user.newTotp(Json.object("method", STAFF, "replaceExisting", true));

        assertEquals(2, user.otpCredentials().size());
        assertTrue(user.otpCredentials().stream().anyMatch(credential -> vault.equals(credential.getId())));
        assertInvalid(user.totp().verifyCode(staff.code()));
        assertValid(user.totp().verifyCode(replacement.code()));
    }

    /** A user has at most one TOTP without a method, besides the TOTPs of methods. The replacement of the TOTP without a method replaces them all. */
    @Test
    void withoutAMethodAUserHasOneAtMost() {
        TestUser user = newUser();
        user.newTotp("{}");

        assertEquals(200, user.totp().create(OF_STAFF).status());
        Refusals.assertUserHasTotp(user.totp().create());
        TestUser enrolled = newUser();
        enrolled.newTotp(OF_STAFF);
        Refusals.assertUserHasTotp(enrolled.totp().create());

        user.newTotp(Json.object("replaceExisting", true));

        assertEquals(1, user.otpCredentials().size());
        assertEquals(OtpData.UNUSED_OF_NO_METHOD, OtpData.of(user.otpCredentials().get(0)).counter());
    }

    @Test
    void credentialsOfElsewhereAreOfNoMethod() {
        TestUser user = realm().newUser(OtpCredentials.totp("phone", SECRET), OtpCredentials.hotp("token", "abcdefghijklmnopqrst"));

        assertEquals(200, user.totp().create(OF_STAFF).status());
        assertEquals(3, user.otpCredentials().size());
        assertEquals(200, user.totp().create(Json.object("method", STAFF, "replaceExisting", true)).status());
        assertEquals(3, user.otpCredentials().size());
    }

    @Test
    void credentialsShowTheirMethod() {
        TestUser user = newUser();
        String staff = user.totp().create(OF_STAFF).field("id");
        String vault = user.totp().create(OF_VAULT).field("id");
        TestUser other = newUser();
        String theirs = other.totp().create(OF_STAFF).field("id");

        assertEquals(OtpData.counter(user, staff), OtpData.counter(other, theirs));
        assertEquals(3, Set.of(0, OtpData.counter(user, staff), OtpData.counter(user, vault)).size());
    }

    @Test
    void methodsOfOneUserArePlainToTheLogin() {
        TestUser user = newUser();
        Authenticator staff = user.newTotp(OF_STAFF);
        user.newTotp(OF_VAULT);

        assertGranted(user.login(staff.code())); // a direct grant judges by the user's first OTP
    }

    @Test
    void pendingSetupIsTakenOff() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of("CONFIGURE_TOTP")));

        user.newTotp(OF_STAFF);

        assertTrue(user.requiredActions().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"method\": \"nobody's\"}", "{\"method\": \"\"}", "{\"method\": \" \"}", "{\"method\": 5}", "{\"method\": [\"staff\"]}",
            "{\"method\": \"STAFF\"}", "{\"method\": \"staff \"}" })
    void otherMethodsAreRefused(String json) {
        TestUser user = newUser();

        Refusals.assertNames("method", user.totp().create(json));
        Refusals.assertNames("method", CredentialTypeEndpoints.of(user).create("otp", json));

        assertTrue(user.otpCredentials().isEmpty());
    }

    @Test
    void nullIsAbsent() {
        HttpReply reply = newUser().totp().create("{\"method\": null}");

        assertEquals(200, reply.status(), reply::toString);
        assertFalse(reply.json().has("method"), reply::toString);
        assertEquals(6, reply.json().path("digits").intValue());
    }

    @Test
    void otherTypesHaveNoMethods() {
        Refusals.assertNames("method", CredentialTypeEndpoints.of(newUser()).create("recovery-authn-codes", OF_STAFF));
    }

    @Test
    void credentialsOfAMethodThatIsGoneWorkAsTheyWereMade() {
        String id = methods().add("gone", "issuer", "ACME", "digits", 8, "algorithm", "SHA256", "period", 60, "skew", 0);
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", "gone"));
        String credential = user.otpCredentials().get(0).getId();

        methods().remove(id);

        assertGranted(user.login(authenticator.code()));
        Refusals.assertUserHasTotp(user.totp().create());
        assertEquals(200, user.totp().create(OF_STAFF).status());
        assertEquals(Set.of(8), user.otpCredentials().stream().map(it -> OtpData.of(it).digits()).collect(Collectors.toSet()));
        assertTrue(user.otpCredentials().stream().anyMatch(it -> credential.equals(it.getId())));
    }

    private void assertOfStaff(HttpReply reply, int status) {
        assertEquals(status, reply.status(), reply::toString);
        assertEquals(STAFF, reply.field("method"));
        assertEquals(List.of("ACME staff", "HmacSHA512", "8", "60", "64", "300"),
                List.of(reply.field("issuer"), reply.field("algorithm"), reply.field("digits"), reply.field("period"), reply.field("keySize"), reply.field("qrSize")));
        assertEquals(64, reply.field("totpSecret").getBytes(StandardCharsets.UTF_8).length);
        KeyUri uri = KeyUri.parse(picture(reply).text());
        assertTrue(uri.label().startsWith("ACME staff:user-"), uri::label);
        assertEquals(List.of("ACME staff", "SHA512", "8", "60"),
                List.of(uri.parameter("issuer"), uri.parameter("algorithm"), uri.parameter("digits"), uri.parameter("period")));
        assertEquals(64, Base32.decode(uri.parameter("secret")).length);
        assertEquals(300, picture(reply).picture().getWidth());
    }

    private static QrCode picture(HttpReply reply) {
        return QrCode.of(reply.field("qrCode"));
    }
}
