package org.keycloak.testsuite.mariadb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.LoginForm;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * What a client sends is no key. Only the stored id names a credential, a user or a method.
 */
class StoredIdTest extends AbstractMariaDbTest {

    /** Spellings that the database takes for the same id. */
    private static Stream<String> spellings(String id) {
        int last = id.length() - 1;
        char wide = (char) (id.charAt(last) - '!' + '\uFF01');
        return Stream.of(id.toUpperCase(ROOT), id + " ", id + "   ", id.toUpperCase(ROOT) + " ", id + '\0', id + '\u200B', id + '\u200D', id.substring(0, last) + wide);
    }

    private TestUser guessedUser(Object... method) {
        return RealmMethods.realmWithDefault(server(), method).newUser();
    }

    @Test
    void codeIsNotJudgedUnderAnotherSpellingOfItsCredential() {
        TestUser user = guessedUser("maxValidationAttempts", 3, "lockAfter", 10);
        Authenticator authenticator = user.newTotp(Json.object("method", "phone"));
        String id = user.otpCredentials().get(0).getId();
        LoginForm form = LoginForm.afterPassword(user);
        String code = authenticator.code();

        spellings(id).forEach(spelling -> assertFalse(form.enter(code, spelling), spelling));

        assertTrue(form.enter(code, id));
    }

    @Test
    void limitHoldsUnderAllSpellings() {
        TestUser user = guessedUser("maxValidationAttempts", 3, "period", 300);
        Authenticator authenticator = user.newTotp(Json.object("method", "phone"));
        String id = user.otpCredentials().get(0).getId();
        LoginForm form = LoginForm.afterPassword(user);
        for (int guess = 1; guess <= 3; guess++) {
            assertFalse(form.enter(authenticator.wrongCode(), id));
        }

        String code = authenticator.code();
        Stream.concat(Stream.of(id), spellings(id)).forEach(spelling -> assertFalse(form.enter(code, spelling), spelling));

        assertEquals(1, user.loginErrors("totp_attempts_exceeded").size());
    }

    @Test
    void lockHoldsUnderAllSpellings() {
        TestUser user = guessedUser("maxValidationAttempts", 20, "lockAfter", 2);
        Authenticator authenticator = user.newTotp(Json.object("method", "phone"));
        String id = user.otpCredentials().get(0).getId();
        LoginForm form = LoginForm.afterPassword(user);
        assertFalse(form.enter(authenticator.wrongCode(), id));
        assertFalse(form.enter(authenticator.wrongCode(), id));

        String code = authenticator.code();
        Stream.concat(Stream.of(id), spellings(id)).forEach(spelling -> assertFalse(form.enter(code, spelling), spelling));
    }

    /** Keycloak's own rule holds in a realm without methods too. */
    @Test
    void codeCountsOnce() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();
        String code = authenticator.code();
        assertTrue(LoginForm.afterPassword(user).enter(code, id));

        LoginForm again = LoginForm.afterPassword(user);
        Stream.concat(Stream.of(id), spellings(id)).forEach(spelling -> assertFalse(again.enter(code, spelling), spelling));
    }

    @Test
    void userIsNotFoundUnderAnotherSpelling() {
        TestUser user = newUser();
        for (String spelling : spellings(user.id()).toList()) {
            String path = user.realm().name() + "/users/" + URLEncoder.encode(spelling, StandardCharsets.UTF_8).replace("+", "%20") + "/";
            assertNotFound(user.realm().http().get(path + "credential-types"));
            assertNotFound(user.realm().http().get(path + "totp-status"));
            for (String operation : List.of("create-totp", "remove-totp", "unlock-totp", "credential-types/otp")) {
                assertNotFound(user.realm().http().put(path + operation, "{}"));
            }
            assertNotFound(user.realm().http().put(path + "verify-totp", "{\"code\": \"000000\"}"));
        }
        assertEquals(List.of(), user.otpCredentials());
        assertEquals(200, user.totp().create().status());
    }

    /** No spelling makes another user of an administrator, or of the caller. */
    @Test
    void administratorIsOutOfReachUnderAllSpellings() {
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);
        TestUser admin = realm().newAdmin("query-groups");
        AdminHttp http = holder.http().withOneToken();
        for (TestUser user : List.of(admin, holder)) {
            for (String spelling : Stream.concat(Stream.of(user.id()), spellings(user.id()).filter(it -> it.indexOf('\0') < 0)).toList()) {
                String path = realm().name() + "/users/" + URLEncoder.encode(spelling, StandardCharsets.UTF_8).replace("+", "%20") + "/";
                for (String operation : List.of("create-totp", "remove-totp", "unlock-totp", "credential-types/otp", "credential-types/recovery-authn-codes")) {
                    assertTrue(Set.of(403, 404).contains(http.put(path + operation, "{}").status()), spelling + " " + operation);
                }
                BulkLines lines = BulkEndpoint.of(realm()).as(http).select("ids", List.of(spelling));
                assertEquals(List.of("failed"), lines.texts("status"), spelling);
            }
        }
        assertEquals(List.of("password"), admin.credentialTypes());
        assertEquals(List.of("password"), holder.credentialTypes());
    }

    @Test
    void credentialIsNotFoundUnderAnotherSpelling() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();
        String code = authenticator.code();
        for (String spelling : spellings(id).filter(it -> it.chars().noneMatch(Character::isISOControl)).toList()) {
            String named = Json.object("id", spelling);
            assertEquals(204, user.totp().remove(named).status());
            assertEquals(204, user.totp().unlock(named).status());
            HttpReply verified = user.totp().verifyCode(code, spelling);
            assertFalse(verified.json().path("valid").booleanValue(), verified::toString);
        }
        assertGranted(user.login(code));
    }

    @Test
    void methodIsNotFoundUnderAnotherSpelling() {
        TestUser user = guessedUser();
        String methods = user.realm().name() + "/totp-methods";
        String id = user.realm().http().get(methods).json().path(0).path("id").asText();
        for (String spelling : List.of("PHONE", "phone ", "phone\u200B")) {
            assertEquals(400, user.totp().create(Json.object("method", spelling)).status());
        }
        for (String spelling : spellings(id).toList()) {
            String path = methods + "/" + URLEncoder.encode(spelling, StandardCharsets.UTF_8).replace("+", "%20");
            assertEquals(404, user.realm().http().get(path).status());
            assertEquals(404, user.realm().http().delete(path).status());
        }
        assertEquals(200, user.realm().http().get(methods + "/" + id).status());
    }

    private static void assertNotFound(HttpReply reply) {
        assertEquals(404, reply.status(), reply::toString);
        assertEquals("User not found", reply.field("error"), reply::toString);
    }
}
