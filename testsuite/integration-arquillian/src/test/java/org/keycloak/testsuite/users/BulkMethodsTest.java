package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Map;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * TOTPs of a realm's methods for many users.
 */
class BulkMethodsTest extends AbstractTotpTest {

    /** Two methods. The first is the default, and its TOTPs expire if they aren't used. */
    @Override
    protected TestRealm newRealm() {
        TestRealm realm = RealmMethods.realmWithDefault(server(), "activateWithin", "30d");
        new RealmMethods(realm).add("token", "issuer", "Tokens", "digits", 8);
        return realm;
    }

    @Test
    void eachUserGetsOneOfTheDefaultMethodAndOneOfTheOther() {
        TestUser user = newUser();
        TestUser sister = newUser();
        sister.newTotp("{}");
        sister.newTotp(Json.object("method", "token"));

        BulkLines ofDefault = bulk().select("ids", List.of(user.id())).assertCreated(user);
        BulkLines ofToken = bulk().lines(Json.object("id", user.id(), "method", "token")).assertCreated(user);
        bulk().select("ids", List.of(user.id()), "credential", Map.of("method", "token")).assertStatus("exists", user);

        assertEquals("Acme", ofDefault.of(user).path("credential").path("issuer").asText());
        assertEquals("Tokens", ofToken.of(user).path("credential").path("issuer").asText());
        assertEquals(sister.otpCredentials().stream().map(OtpData::of).toList(), user.otpCredentials().stream().map(OtpData::of).toList());
        assertValid(user.totp().verify(Json.object("code", ofToken.authenticator(user).code(), "method", "token")));
    }

    @Test
    void replacementLeavesTheOtherMethod() {
        TestUser user = newUser();
        Authenticator phone = user.newTotp("{}");
        user.newTotp(Json.object("method", "token"));
        String phoneId = user.otpIds().get(0);

        String id = bulk().select("ids", List.of(user.id()), "credential", Map.of("method", "token", "replaceExisting", true)).of(user).path("credential").path("id").asText();

        assertEquals(List.of(phoneId, id), user.otpIds());
        assertValid(phoneId, user.totp().verifyCode(phone.code()));
    }

    @Test
    void takenLabelIsALineOfItsUser() {
        TestUser user = newUser();
        TestUser other = newUser();
        String id = user.totp().create(Json.object("userLabel", "phone")).field("id");
        user.resource().setCredentialUserLabel(id, " Phone ");
        HttpReply expected = user.totp().create(Json.object("method", "token", "userLabel", "phone"));
        assertEquals(409, expected.status(), expected::toString);

        BulkLines lines = bulk().select("ids", List.of(user.id(), other.id()), "credential", Map.of("method", "token", "userLabel", "phone"));

        assertEquals(List.of("failed", "created"), lines.texts("status"));
        assertEquals(expected.errorMessage(), BulkLines.message(lines.users().get(0)));
        assertEquals(List.of(id), user.otpIds());
        assertEquals(1, other.otpIds().size());
    }

    /** Whoever never used what was handed out is handed out another. */
    @Test
    void expiredTotpIsReplacedWithoutBeingAskedFor() {
        TestUser user = realm().newUser(expired());
        TestUser unused = newUser();
        unused.newTotp("{}");

        BulkLines tried = bulk().select("ids", List.of(user.id(), unused.id()), "dryRun", true);
        BulkLines lines = bulk().select("ids", List.of(user.id(), unused.id()));

        assertEquals(List.of("creatable", "exists"), tried.texts("status"));
        assertEquals(List.of("created", "exists"), lines.texts("status"));
        assertEquals(List.of(lines.of(user).path("credential").path("id").asText()), user.otpIds());
        assertValid(user.totp().verifyCode(lines.authenticator(user).code()));
    }

    private CredentialRepresentation expired() {
        int number = realm().http().get(realm().name() + "/totp-methods?search=phone").json().path(0).path("credentialCounter").intValue();
        CredentialRepresentation credential = OtpCredentials.totp("old", "12345678901234567890", -number);
        credential.setCreatedDate(1_000L);
        return credential;
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
