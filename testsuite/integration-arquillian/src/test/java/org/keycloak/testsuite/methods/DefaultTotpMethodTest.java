package org.keycloak.testsuite.methods;

import java.util.List;
import java.util.Map;

import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.OtpFields;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * The default method is for requests that name none. An attribute of the realm names it.
 */
class DefaultTotpMethodTest extends AbstractTwoMethodsTest {

    @AfterEach
    void setNoDefault() {
        methods().setDefault("");
    }

    @Test
    void attributeNamesItByName() {
        methods().setDefault(STAFF);

        assertOfStaff(newUser().totp().create());
        assertOfStaff(CredentialTypeEndpoints.of(newUser()).create("otp"));
    }

    @Test
    void attributeNamesItById() {
        methods().setDefault(staffId());

        assertOfStaff(newUser().totp().create());
    }

    @Test
    void methodsAndDefaultMayComeWithTheRealm() {
        TestRealm whole = TestRealm.create(server(), it -> {
            it.setAttributes(Map.of(RealmMethods.DEFAULT_METHOD, STAFF));
            it.setComponents(new MultivaluedHashMap<>());
            it.getComponents().add(RealmMethods.PROVIDER_TYPE, RealmMethods.exported(STAFF, "issuer", "ACME staff", "digits", 8, "period", 60));
        });

        assertOfStaff(whole.newUser().totp().create());
    }

    @Test
    void requestMayNameAnother() {
        methods().setDefault(STAFF);

        HttpReply reply = newUser().totp().create(Json.object("method", VAULT));

        assertEquals(VAULT, reply.field("method"));
        assertEquals("HmacSHA256", reply.field("algorithm"));
        assertEquals(6, reply.json().path("digits").intValue());
    }

    @Test
    void oneCredentialOfTheDefaultAndOneOfEachOther() {
        methods().setDefault(STAFF);
        TestUser user = newUser();
        user.newTotp("{}");

        Refusals.assertUserHasTotp(user.totp().create());
        Refusals.assertUserHasTotp(user.totp().create(Json.object("method", STAFF)));
        assertEquals(200, user.totp().create(Json.object("method", VAULT)).status());
        assertEquals(200, user.totp().create(Json.object("replaceExisting", true)).status());

        assertEquals(2, user.otpCredentials().size());
    }

    @Test
    void listHasItAsTheDefault() {
        methods().setDefault(staffId());

        OtpFields fields = OtpFields.of(newUser());

        assertEquals(STAFF, fields.defaultOf("method"));
        assertEquals("ACME staff", fields.defaultOf("issuer"));
        assertEquals("8", fields.defaultOf("digits"));
        assertEquals("60", fields.defaultOf("period"));
        assertEquals("64", fields.defaultOf("keySize"));
        assertEquals("300", fields.defaultOf("qrSize"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "nobody's", "STAFF", " staff", "00000000-0000-0000-0000-000000000000" })
    void danglingDefaultIsSaidSo(String name) {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("method", STAFF));
        TestUser without = newUser();

        methods().setDefault(name);

        for (HttpReply reply : new HttpReply[] { without.totp().create(), CredentialTypeEndpoints.of(without).create("otp") }) {
            Refusals.assertExplained(reply);
            assertTrue(reply.errorMessage().contains(RealmMethods.DEFAULT_METHOD), reply::toString);
        }
        assertTrue(without.otpCredentials().isEmpty());
        // All else works as before.
        assertGranted(without.login());
        assertGranted(user.login(authenticator.code()));
        assertEquals(200, CredentialTypeEndpoints.of(without).list().status());
        assertEquals(200, without.totp().create(Json.object("method", STAFF)).status());
        assertEquals(200, user.totp().verifyCode(authenticator.code()).status());
        assertEquals(204, user.totp().remove().status());
    }

    @Test
    void defaultThatWasRemovedIsSaidSo() {
        String id = methods().add("gone", "issuer", "ACME", "digits", 8);
        methods().setDefault(id);
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        methods().setDefault("");
        methods().remove(id);
        methods().setDefault(id);

        Refusals.assertExplained(newUser().totp().create());
        assertGranted(user.login(authenticator.code()));
    }

    /** Administrators empty an attribute to remove it. */
    @ParameterizedTest
    @ValueSource(strings = { "", "  " })
    void blankIsNone(String name) {
        methods().setDefault(name);

        assertWithoutMethod(newUser().totp().create());
    }

    @Test
    void withoutADefaultAllIsAsItWas() {
        TestUser user = newUser();

        assertWithoutMethod(user.totp().create());

        assertEquals(OtpData.UNUSED_OF_NO_METHOD, OtpData.of(user.otpCredentials().get(0)).counter());
        Refusals.assertUserHasTotp(user.totp().create());
    }

    /** The credential may be older than the methods. A lost phone must not go on working beside its replacement. */
    @Test
    void credentialOfNoMethodCountsAsOneOfTheDefault() {
        TestUser user = newUser();
        Authenticator former = user.newTotp("{}");
        user.newRecoveryCodes("{}");
        methods().setDefault(STAFF);
        Refusals.assertUserHasTotp(user.totp().create());
        assertGranted(user.login(former.code()));

        HttpReply reply = user.totp().create(Json.object("replaceExisting", true));

        assertOfStaff(reply);
        assertRefused(user.login(former.code()));
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
        assertEquals(List.of("password", "otp", "recovery-authn-codes"), user.credentialTypes());
    }

    @Test
    void credentialOfNoMethodStaysBesideOneOfAnother() {
        TestUser user = newUser();
        Authenticator former = user.newTotp("{}");
        methods().setDefault(STAFF);

        assertEquals(VAULT, user.totp().create(Json.object("method", VAULT, "replaceExisting", true)).field("method"));

        assertGranted(user.login(former.code()));
        assertEquals(2, user.otpCredentials().size());
        assertEquals(2, user.otpCredentials().stream().map(it -> OtpData.of(it).counter()).distinct().count());
    }

    @Test
    void hotpPolicyIsNoMatterToAMethod() {
        TestRealm hotp = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "hotp", "HmacSHA1", 6, 30));
        RealmMethods hotpMethods = new RealmMethods(hotp);
        hotpMethods.add(STAFF, "issuer", "ACME staff", "digits", 8, "period", 60);
        hotpMethods.setDefault(STAFF);
        TestUser user = hotp.newUser();

        HttpReply reply = user.totp().create();

        assertOfStaff(reply);
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    private static void assertOfStaff(HttpReply reply) {
        assertEquals(STAFF, reply.field("method"), reply::toString);
        assertEquals("ACME staff", reply.field("issuer"));
        assertEquals(8, reply.json().path("digits").intValue());
        assertEquals(60, reply.json().path("period").intValue());
    }

    private static void assertWithoutMethod(HttpReply reply) {
        assertEquals(200, reply.status(), reply::toString);
        assertFalse(reply.json().has("method"), reply::toString);
        assertEquals("The realm", reply.field("issuer"));
        assertEquals(6, reply.json().path("digits").intValue());
        assertNotEquals("", reply.field("qrCode"));
    }
}
