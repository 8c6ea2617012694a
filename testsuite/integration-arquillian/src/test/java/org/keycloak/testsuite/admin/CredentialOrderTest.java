package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.stream.StreamSupport;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * The place of a new credential in the user's order. The order decides what a login asks for, and which OTP a direct grant takes.
 */
class CredentialOrderTest extends AbstractTotpTest {

    private static final String OTP = "otp";
    private static final String CODES = "recovery-authn-codes";
    private static final String BADGE = "badge";
    private static final String NUMBER = Json.object("number", "4711");
    private static final String REPLACE = Json.object("replaceExisting", true);

    @Test
    void replacementTakesThePlaceOfWhatItReplaces() {
        TestUser user = newUser();
        user.newTotp("{}");
        create(user, CODES, "{}");
        create(user, BADGE, NUMBER);
        List<String> before = ids(user);

        String otp = create(user, OTP, REPLACE);
        assertOrder(user, before.get(0), otp, before.get(2), before.get(3));
        String codes = create(user, CODES, REPLACE);
        assertOrder(user, before.get(0), otp, codes, before.get(3));
        String badge = create(user, BADGE, Json.object("replaceExisting", true, "number", "4712"));
        assertOrder(user, before.get(0), otp, codes, badge);
    }

    @Test
    void replacementOfTheFirstIsTheFirst() {
        TestUser user = newUser();
        String first = create(user, OTP, "{}");
        moveToFirst(user, first);
        create(user, BADGE, NUMBER);

        create(user, OTP, REPLACE);

        assertEquals(List.of(OTP, "password", BADGE), types(user));
    }

    @Test
    void replacementOfSeveralTakesThePlaceOfTheFirst() {
        TestUser user = realm().newUser(OtpCredentials.totp("phone", "12345678901234567890"), OtpCredentials.totp("tablet", "abcdefghijklmnopqrst"));
        create(user, BADGE, NUMBER);
        moveToFirst(user, user.otpCredentials().get(1).getId());
        assertEquals(List.of(OTP, "password", OTP, BADGE), types(user));

        create(user, OTP, REPLACE);

        assertEquals(List.of(OTP, "password", BADGE), types(user));
    }

    /** The direct grant takes the first OTP, and the account console lists them in the same order. */
    @Test
    void methodsKeepTheirOrder() {
        RealmMethods methods = new RealmMethods(realm());
        String phone = methods.addAny();
        String token = methods.addAny("digits", "8");
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        user.newTotp(Json.object("method", phone));
        Authenticator second = user.newTotp(Json.object("method", token));
        String secondId = user.otpCredentials().get(1).getId();

        Authenticator first = user.newTotp(Json.object("replaceExisting", true, "method", phone));

        assertEquals(secondId, user.otpCredentials().get(1).getId());
        assertRefused(user.login(second.code()));
        assertGranted(user.login(first.code()));
        assertEquals(ids(user, OTP), idsInAccountConsole(own));
    }

    @Test
    void anotherMethodComesLast() {
        RealmMethods methods = new RealmMethods(realm());
        TestUser user = newUser();
        user.newTotp(Json.object("method", methods.addAny()));
        create(user, CODES, "{}");

        user.newTotp(Json.object("method", methods.addAny()));

        assertEquals(List.of("password", OTP, CODES, OTP), types(user));
    }

    @Test
    void firstTotpGoesBeforeRecoveryCodes() {
        TestUser user = newUser();
        create(user, BADGE, NUMBER);
        create(user, CODES, "{}");

        user.newTotp("{}");

        assertEquals(List.of("password", BADGE, OTP, CODES), types(user));
    }

    @Test
    void firstTotpOfOnesOwnGoesBeforeRecoveryCodes() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        create(user, CODES, "{}");

        HttpReply confirmed = own.confirmCode(Authenticator.scan(own.generate().field("keyUri")).code());

        assertEquals(201, confirmed.status(), confirmed::toString);
        assertEquals(List.of("password", OTP, CODES), types(user));
    }

    @Test
    void newOfAnyOtherTypeComesLast() {
        TestUser user = newUser();
        create(user, CODES, "{}");
        create(user, BADGE, NUMBER);

        assertEquals(List.of("password", CODES, BADGE), types(user));
    }

    private static String create(TestUser user, String type, String json) {
        HttpReply reply = CredentialTypeEndpoints.of(user).create(type, json);
        assertEquals(201, reply.status(), reply::toString);
        return reply.field("id");
    }

    private static void moveToFirst(TestUser user, String id) {
        assertEquals(204, user.totp().moveToFirst(id).status());
    }

    private static void assertOrder(TestUser user, String... ids) {
        assertEquals(List.of(ids), ids(user));
    }

    private static List<String> ids(TestUser user) {
        return user.resource().credentials().stream().map(CredentialRepresentation::getId).toList();
    }

    private static List<String> ids(TestUser user, String type) {
        return user.credentials(type).stream().map(CredentialRepresentation::getId).toList();
    }

    private static List<String> types(TestUser user) {
        return user.credentialTypes();
    }

    private static List<String> idsInAccountConsole(OwnTotpEndpoints own) {
        HttpReply shown = own.send("GET", "credentials?type=otp", null, "Accept", "application/json");
        return StreamSupport.stream(shown.json().path(0).path("userCredentialMetadatas").spliterator(), false)
                .map(metadata -> metadata.path("credential").path("id").asText()).toList();
    }
}
