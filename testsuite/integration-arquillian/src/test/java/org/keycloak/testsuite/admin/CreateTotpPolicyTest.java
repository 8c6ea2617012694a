package org.keycloak.testsuite.admin;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * The realm's OTP policy gives the defaults.
 */
class CreateTotpPolicyTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server());
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

    /** With such a window no code is ever right. */
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

    /** Keycloak stores the values that it gets, and zero for the others. */
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
    @CsvSource({"'', 6, 30, HmacSHA1", "SHA1, 8, 30, HmacSHA1", "SHA512, 6, 60, HmacSHA512"})
    void policyThatKeycloakTakesAsItIsIsRead(String algorithm, int digits, int period, String inEffect) {
        TestUser user = realmOfPolicy(algorithm, digits, period).newUser();

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(inEffect, reply.field("algorithm"));
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    /** Keycloak stores such a policy. A credential of it would log in nowhere, or no app would take it. */
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

    /** The realm of the class, with another policy. */
    private TestRealm realmOfPolicy(String algorithm, int digits, int period) {
        RealmRepresentation realm = new RealmRepresentation();
        TestRealm.setOtpPolicy(realm, "totp", algorithm, digits, period);
        realm().resource().update(realm);
        return realm();
    }
}
