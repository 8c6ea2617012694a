package org.keycloak.testsuite.account;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.QrCode;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Two steps to a TOTP of one's own.
 */
class OwnTotpTest extends AbstractOwnTotpTest {

    private static final String CONFIGURE_TOTP = "CONFIGURE_TOTP";

    @Test
    void secretThenCodeThenLogin() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);

        Authenticator authenticator = generate(own);
        HttpReply confirmed = own.confirm(Json.object("code", authenticator.code(), "userLabel", "\u00a0phone "));

        assertConfirmed(confirmed);
        CredentialRepresentation credential = user.otpCredentials().get(0);
        assertEquals("phone", credential.getUserLabel());
        assertEquals(credential.getId(), confirmed.field("id"));
        assertEquals(credential.getCreatedDate(), confirmed.json().path("createdDate").longValue());
        assertEquals("phone", confirmed.field("userLabel"));
        assertEquals("otp", confirmed.field("type"));
        assertEquals(Set.of("id", "createdDate", "userLabel", "type"), Json.names(confirmed.json()));
        assertNotGranted(user.login());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void replyIsThatOfCreateTotpWithoutAnId() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());

        HttpReply reply = own.generate();

        assertEquals(Set.of("issuer", "algorithm", "digits", "period", "keySize", "qrSize", "totpSecret", "secretEncoding", "totpSecretEncoded", "keyUri",
                "qrCode"), Json.names(reply.json()));
        assertEquals("no-store", reply.header("Cache-Control").orElseThrow());
        assertEquals(reply.field("keyUri"), QrCode.of(reply.field("qrCode")).text());
    }

    @Test
    void pictureIsAsLargeAsAskedFor() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());

        assertEquals(300, own.generate(Json.object("qrSize", 300)).json().path("qrSize").intValue());
        assertFalse(own.generate(Json.object("qrSize", 0)).json().has("qrCode"));
    }

    @Test
    void pendingIsNoCredential() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);

        generate(own);

        assertTrue(user.otpCredentials().isEmpty());
        HttpReply shown = own.send("GET", "credentials?type=otp", null, "Accept", "application/json");
        assertTrue(shown.json().path(0).path("userCredentialMetadatas").isEmpty(), shown::toString);
        assertGranted(user.login());
        assertEquals(200, user.totp().create().status(), "an administrator may create one meanwhile");
    }

    @Test
    void codeOfTheConfirmationIsUsedUp() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = generate(own);
        String code = authenticator.code();

        assertConfirmed(own.confirmCode(code));

        assertNotGranted(user.login(code));
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void wrongCodeLeavesItPending() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = generate(own);

        assertRefused(INVALID_CODE, own.confirmCode(authenticator.wrongCode()));
        assertRefused(INVALID_CODE, own.confirmCode(" " + authenticator.code()));
        assertTrue(user.otpCredentials().isEmpty());

        assertConfirmed(own.confirmCode(authenticator.code()));
    }

    @Test
    void secondTakesThePlaceOfTheFirst() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator first = generate(own);
        Authenticator second = generate(own);

        assertRefused(INVALID_CODE, own.confirmCode(first.code()));
        assertConfirmed(own.confirmCode(second.code()));

        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void nothingIsPendingAfterwards() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = generate(own);
        assertConfirmed(own.confirmCode(authenticator.code()));
        String unused = authenticator.code();
        assertRefused(NONE_PENDING, own.confirmCode(unused));

        user.totp().remove();

        assertRefused(NONE_PENDING, own.confirmCode(unused));
        assertConfirmed(own.confirmCode(generate(own).code()));
    }

    @Test
    void nothingIsPendingBefore() {
        assertRefused(NONE_PENDING, OwnTotpEndpoints.of(newUser()).confirmCode("123456"));
    }

    @Test
    void pendingIsOfOneUser() {
        Authenticator authenticator = generate(OwnTotpEndpoints.of(newUser()));

        assertRefused(NONE_PENDING, OwnTotpEndpoints.of(newUser()).confirmCode(authenticator.code()));
    }

    @Test
    void whoHasOneRemovesItFirst() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator pending = generate(own);
        user.newTotp("{}");

        Refusals.assertUserHasTotp(own.generate());
        assertRefused(NONE_PENDING, own.confirmCode(pending.code()));
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void locationIsWhereTheAccountApiDeletesIt() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        URI location = URI.create(own.confirmCode(generate(own).code()).header("Location").orElseThrow());

        HttpReply reply = own.send("DELETE", own.account().relativize(location).toString(), null, "Accept", "application/json");

        assertEquals(204, reply.status(), reply::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }

    @Test
    void setupThatWasPendingIsNotAskedForAnyMore() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        user.setRequiredActions(CONFIGURE_TOTP, "UPDATE_PASSWORD");

        Authenticator authenticator = generate(own);
        assertTrue(user.requiredActions().contains(CONFIGURE_TOTP));
        assertConfirmed(own.confirmCode(authenticator.code()));

        assertEquals(List.of("UPDATE_PASSWORD"), user.requiredActions());
    }

    @Test
    void methodSaysWhatItIsLike() {
        String method = new RealmMethods(realm()).addAny("algorithm", "SHA512", "digits", "8", "period", "60", "qrSize", "400");
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);

        HttpReply reply = own.generate(Json.object("method", method));
        Authenticator authenticator = generated(reply);
        HttpReply confirmed = own.confirmCode(authenticator.code());

        assertEquals(List.of(method, "Issuer of the method", "HmacSHA512", "8", "60", "400"),
                List.of("method", "issuer", "algorithm", "digits", "period", "qrSize").stream().map(reply::field).toList());
        assertConfirmed(confirmed);
        assertEquals(method, confirmed.field("method"));
        assertGranted(user.login(authenticator.code()));
        Refusals.assertUserHasTotp(own.generate(Json.object("method", method)));
    }

    @Test
    void methodsSkewJudges() {
        String strict = new RealmMethods(realm()).addAny("skew", "0", "period", "300");
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());
        Authenticator authenticator = generated(own.generate(Json.object("method", strict)));
        String present = authenticator.code();
        String next = authenticator.code();

        assertRefused(INVALID_CODE, own.confirmCode(next));
        assertConfirmed(own.confirmCode(present));
    }

    @Test
    void realmsDefaultMethodIsTheDefault() {
        TestRealm realm = TestRealm.create(server(), it -> it.setAttributes(Map.of("totpDefaultMethod", "by default")));
        TestUser user = realm.newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Refusals.assertNames("totpDefaultMethod", own.generate());

        String method = new RealmMethods(realm).addAny("digits", "8");
        new RealmMethods(realm).setDefault(method);
        HttpReply reply = own.generate();

        assertEquals(method, reply.field("method"));
        assertConfirmed(own.confirmCode(generated(reply).code()));
    }

    @Test
    void onePerMethod() {
        String method = new RealmMethods(realm()).addAny();
        String other = new RealmMethods(realm()).addAny("digits", "8");
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        user.newTotp(Json.object("method", method, "userLabel", "Phone"));

        user.resource().setCredentialUserLabel(user.otpCredentials().get(0).getId(), " Phone "); // Keycloak's own endpoint doesn't remove the spaces

        // A label that is taken doesn't end what is pending.
        Authenticator authenticator = generated(own.generate(Json.object("method", other)));
        HttpReply taken = own.confirm(Json.object("code", authenticator.code(), "userLabel", "phone"));
        assertEquals(409, taken.status(), taken::toString);
        assertEquals("Invalid userLabel. The user has a credential with this label.", taken.errorMessage());
        assertEquals(1, user.otpCredentials().size());
        assertConfirmed(own.confirm(Json.object("code", authenticator.code(), "userLabel", "tablet")));

        assertEquals(2, user.otpCredentials().size());
    }

    private static void assertNotGranted(HttpReply login) {
        assertEquals("invalid_grant", login.field("error"), login::toString);
    }
}
