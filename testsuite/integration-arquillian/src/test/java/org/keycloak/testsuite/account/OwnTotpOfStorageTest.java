package org.keycloak.testsuite.account;

import java.util.Map;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.providers.OtpKeepingStorageFactory;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Users whose storage keeps OTPs itself. The storage gets the secret when the code is right, and not before.
 */
class OwnTotpOfStorageTest extends AbstractOwnTotpTest {

    @Test
    void secretGoesToTheStorageAlone() {
        TestUser user = newUser(Map.of());
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = generate(own);
        String code = authenticator.code();
        assertRefused("User has no totp.", user.totp().verifyCode(code));

        assertRefused(INVALID_CODE, own.confirmCode(authenticator.wrongCode()));
        HttpReply confirmed = own.confirmCode(code);

        assertConfirmed(confirmed);
        assertFalse(confirmed.json().has("id"), confirmed::toString);
        assertFalse(confirmed.header("Location").isPresent());
        assertTrue(user.otpCredentials().isEmpty());
        assertValid(user.totp().verifyCode(authenticator.code()));
        Refusals.assertUserHasTotp(own.generate());
    }

    @Test
    void storageKnowsOfNoMethods() {
        TestUser user = newUser(Map.of());
        String method = new RealmMethods(user.realm()).addAny();

        Refusals.assertNames("method", OwnTotpEndpoints.of(user).generate(Json.object("method", method)));
    }

    @Test
    void readOnlyStorageIsNamed() {
        TestUser user = newUser(Map.of(OtpKeepingStorageFactory.READ_ONLY, "true"));
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);

        HttpReply reply = own.confirmCode(generate(own).code());

        assertRefused("The user's storage is read-only.", reply);
        assertEquals(400, user.totp().verifyCode("123456").status());
    }

    private TestUser newUser(Map<String, String> config) {
        TestRealm realm = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "totp", "HmacSHA256", 8, 60));
        return OtpStorage.in(realm, config).newUser();
    }
}
