package org.keycloak.testsuite.admin;

import java.util.UUID;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

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

class VerifyTotpTest extends AbstractTotpTest {

    @Test
    void codeIsValidAndNamesItsCredential() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        HttpReply reply = user.totp().verifyCode(authenticator.code());

        assertValid(reply);
        assertEquals(user.otpCredentials().get(0).getId(), reply.field("id"));
    }

    @Test
    void wrongCodeIsNot() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        assertInvalid(user.totp().verifyCode(authenticator.wrongCode()));
        assertInvalid(user.totp().verifyCode("1"));
        assertInvalid(user.totp().verifyCode("ü".repeat(100)));
    }

    @Test
    void codeUsedInALoginIsUsedUp() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String code = authenticator.code();
        assertGranted(user.login(code));

        assertInvalid(user.totp().verifyCode(code));
        assertValid(user.totp().verifyCode(authenticator.code()));
    }

    @Test
    void codeThatWasVerifiedIsUsedUp() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String code = authenticator.code();
        assertValid(user.totp().verifyCode(code));

        assertInvalid(user.totp().verifyCode(code));
        assertRefused(user.login(code));
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void idChoosesTheCredential() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();

        assertInvalid(user.totp().verifyCode(authenticator.code(), UUID.randomUUID().toString()));
        assertInvalid(user.totp().verifyCode(authenticator.wrongCode(), id));
        assertValid(user.totp().verifyCode(authenticator.code(), id));
    }

    @Test
    void eachOfTwoAuthenticatorsIsJudged() {
        TestUser user = realm().newUser(OtpCredentials.totp("phone", "12345678901234567890"), OtpCredentials.totp("tablet", "abcdefghijklmnopqrst"));
        Authenticator tablet = Authenticator.of("abcdefghijklmnopqrst");
        String phoneId = id(user, "phone");
        String tabletId = id(user, "tablet");

        assertInvalid(user.totp().verifyCode(tablet.code(), phoneId));
        HttpReply reply = user.totp().verifyCode(tablet.code());

        assertValid(reply);
        assertEquals(tabletId, reply.field("id"));
    }

    /** An import stores any data. */
    @Test
    void brokenCredentialDoesNotKeepOthersFromBeingJudged() {
        CredentialRepresentation broken = OtpCredentials.totp("broken", "12345678901234567890");
        broken.setCredentialData(broken.getCredentialData().replace("HmacSHA1", "bogus"));
        TestUser user = realm().newUser(broken, OtpCredentials.totp("phone", "abcdefghijklmnopqrst"));
        Authenticator phone = Authenticator.of("abcdefghijklmnopqrst");

        assertInvalid(user.totp().verifyCode(phone.wrongCode()));
        assertValid(user.totp().verifyCode(phone.code()));
    }

    @Test
    void idOfAnotherUsersCredentialIsWrong() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        TestUser other = newUser();
        Authenticator theirs = other.newTotp("{}");
        String theirId = other.otpCredentials().get(0).getId();
        String theirCode = theirs.code();

        assertInvalid(user.totp().verifyCode(theirCode, theirId));
        assertInvalid(user.totp().verifyCode(authenticator.code(), theirId));
        assertGranted(other.login(theirCode));
    }

    @Test
    void userWithoutTotpIsABadRequest() {
        HttpReply reply = newUser().totp().verifyCode("123456");

        assertEquals(400, reply.status(), reply::toString);
        assertEquals("User has no totp.", reply.errorMessage());
    }

    @Test
    void hotpIsNoTotp() {
        TestUser user = realm().newUser(OtpCredentials.hotp("token", "12345678901234567890"));

        HttpReply reply = user.totp().verifyCode("755224"); // the first code of RFC 4226's table

        assertEquals(400, reply.status(), reply::toString);
        assertEquals("User has no totp.", reply.errorMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"code\": null}", "{\"code\": 123456}", "{\"code\": \"\"}", "{\"code\": [\"123456\"]}", "{\"code\": true}"})
    void codeMustBeThere(String body) {
        TestUser user = newUser();
        user.newTotp("{}");

        HttpReply reply = user.totp().verify(body);

        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains("code"), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id\": 5", "valid\": true", "otp\": \"1\"", "id\": {}"})
    void otherFieldsAreCheckedToo(String field) {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String code = authenticator.code();

        HttpReply reply = user.totp().verify("{\"code\": \"" + code + "\", \"" + field + "}");

        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains(field.substring(0, field.indexOf('"'))), reply::toString);
        assertFalse(reply.errorMessage().contains(code), reply::toString);
        assertGranted(user.login(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"123456\"", "123456", "{", "{\"code\": \"123456\"} {}", "{\"code\": \"123456\", \"code\": \"123456\"}"})
    void otherJsonIsABadRequest(String body) {
        TestUser user = newUser();
        user.newTotp("{}");

        HttpReply reply = user.totp().verify(body);

        assertEquals(400, reply.status(), reply::toString);
        assertFalse(reply.errorMessage().isBlank(), reply::toString);
    }

    @Test
    void idMayBeNull() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        assertValid(user.totp().verify("{\"code\": \"" + authenticator.code() + "\", \"id\": null, \"valid\": null}"));
    }

    @Test
    void codeOfTenThousandCharacters() {
        TestUser user = newUser();
        user.newTotp("{}");

        HttpReply reply = user.totp().verify(Json.object("code", "1".repeat(10_000)));

        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains("code"), reply::toString);
        assertTrue(reply.bytes().length < 1000);
    }

    private static String id(TestUser user, String label) {
        return user.otpCredentials().stream().filter(credential -> label.equals(credential.getUserLabel())).findFirst().orElseThrow().getId();
    }
}
