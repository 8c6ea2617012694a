package org.keycloak.testsuite.methods;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Verifications.assertInvalid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * remove-totp and verify-totp of one method's credential, or of one credential.
 */
class TotpSelectionTest extends AbstractTwoMethodsTest {

    private record Enrolled(TestUser user, Authenticator staff, String staffCredential, Authenticator vault, String vaultCredential) {

        Set<String> credentials() {
            return user.otpCredentials().stream().map(credential -> credential.getId()).collect(Collectors.toSet());
        }
    }

    @Test
    void removalOfOneMethod() {
        Enrolled enrolled = enrol();

        assertEquals(204, enrolled.user.totp().remove(Json.object("method", STAFF)).status());
        assertEquals(Set.of(enrolled.vaultCredential), enrolled.credentials());
        assertEquals(204, enrolled.user.totp().remove(Json.object("method", STAFF)).status());

        assertGranted(enrolled.user.login(enrolled.vault.code()));
    }

    @Test
    void removalOfOneMethodById() {
        Enrolled enrolled = enrol();

        assertEquals(204, enrolled.user.totp().remove(Json.object("method", staffId())).status());

        assertEquals(Set.of(enrolled.vaultCredential), enrolled.credentials());
    }

    @Test
    void removalOfOneCredential() {
        Enrolled enrolled = enrol();

        assertEquals(204, enrolled.user.totp().remove(Json.object("id", enrolled.vaultCredential)).status());

        assertEquals(Set.of(enrolled.staffCredential), enrolled.credentials());
    }

    /** A credential must match both fields. */
    @Test
    void credentialOfAnotherMethodStays() {
        Enrolled enrolled = enrol();

        assertEquals(204, enrolled.user.totp().remove(Json.object("id", enrolled.vaultCredential, "method", STAFF)).status());
        assertEquals(204, enrolled.user.totp().remove(Json.object("id", UUID.randomUUID().toString())).status());

        assertEquals(Set.of(enrolled.staffCredential, enrolled.vaultCredential), enrolled.credentials());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "{\"method\": null, \"id\": null}" })
    void removalOfAll(String json) {
        Enrolled enrolled = enrol();

        assertEquals(204, enrolled.user.totp().remove(json).status());

        assertEquals(Set.of(), enrolled.credentials());
        assertGranted(enrolled.user.login());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"method\": \"nobody's\"}", "{\"method\": 5}", "{\"method\": \"\"}" })
    void methodsThatAreNotThereRemoveNothing(String json) {
        Enrolled enrolled = enrol();

        Refusals.assertNames("method", enrolled.user.totp().remove(json));

        assertEquals(2, enrolled.credentials().size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"credential\": \"1\"}", "{\"id\": 5}", "[]", "{", "\"staff\"" })
    void otherBodiesRemoveNothing(String json) {
        Enrolled enrolled = enrol();

        Refusals.assertExplained(enrolled.user.totp().remove(json));

        assertEquals(2, enrolled.credentials().size());
    }

    @Test
    void verificationAgainstOneMethod() {
        Enrolled enrolled = enrol();
        String vaultCode = enrolled.vault.code();

        assertInvalid(enrolled.user.totp().verify(Json.object("code", vaultCode, "method", STAFF)));
        assertValid(enrolled.vaultCredential, enrolled.user.totp().verify(Json.object("code", vaultCode, "method", VAULT)));
        assertValid(enrolled.staffCredential, enrolled.user.totp().verify(Json.object("code", enrolled.staff.code(), "method", staffId())));
    }

    @Test
    void verificationAgainstAny() {
        Enrolled enrolled = enrol();

        assertValid(enrolled.vaultCredential, enrolled.user.totp().verifyCode(enrolled.vault.code()));
        assertValid(enrolled.staffCredential, enrolled.user.totp().verifyCode(enrolled.staff.code()));
    }

    @Test
    void verificationAgainstOneCredential() {
        Enrolled enrolled = enrol();
        String code = enrolled.vault.code();

        assertInvalid(enrolled.user.totp().verify(Json.object("code", code, "id", enrolled.staffCredential)));
        assertInvalid(enrolled.user.totp().verify(Json.object("code", code, "id", enrolled.vaultCredential, "method", STAFF)));
        assertValid(enrolled.vaultCredential, enrolled.user.totp().verify(Json.object("code", code, "id", enrolled.vaultCredential, "method", VAULT)));
    }

    @Test
    void methodWithoutACredentialOfTheUser() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", STAFF));

        assertInvalid(user.totp().verify(Json.object("code", authenticator.code(), "method", VAULT)));
    }

    @Test
    void unknownMethodUsesNoCodeUp() {
        TestUser user = newUser();
        String code = user.newTotp(Json.object("method", STAFF)).code();

        Refusals.assertNames("method", user.totp().verify("{\"code\": \"" + code + "\", \"method\": \"nobody's\"}"));

        assertGranted(user.login(code));
    }

    private Enrolled enrol() {
        TestUser user = newUser();
        HttpReply staff = user.totp().create(Json.object("method", STAFF, "userLabel", "work phone"));
        HttpReply vault = user.totp().create(Json.object("method", VAULT, "userLabel", "vault token"));
        return new Enrolled(user, Authenticator.scan(staff.field("keyUri")), staff.field("id"), Authenticator.scan(vault.field("keyUri")), vault.field("id"));
    }
}
