package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.QrCode;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Verifications.assertInvalid;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * What becomes of the selected users, and what the reply says of them.
 */
class BulkEnrolmentTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server());
    }

    @Test
    void eachUserLogsInWithTheOwnCode() {
        List<TestUser> users = Stream.generate(this::newUser).limit(3).toList();
        users.forEach(user -> assertGranted(user.login())); // the server has each of them in its cache

        BulkLines lines = bulk().select("ids", ids(users)).assertCreated(users.toArray(TestUser[]::new));

        for (TestUser user : users) {
            assertRefused(user.login());
            assertGranted(user.login(lines.authenticator(user).code()));
            assertEquals(lines.of(user).path("credential").path("id").asText(), user.otpIds().get(0));
        }
        assertEquals(3, lines.users().stream().map(user -> user.path("credential").path("totpSecret").asText()).distinct().count());
    }

    /** More users than fit into one batch. */
    @Test
    void eachOfManyHasTheCredentialOfTheOwnLine() {
        List<TestUser> users = ManyUsers.in(realm(), 250);

        BulkLines lines = bulk().select("ids", ids(users), "credential", Map.of("userLabel", "phone"));

        assertEquals(ids(users), lines.texts("id"));
        assertEquals(users.stream().map(TestUser::name).toList(), lines.texts("username"));
        for (int index = 0; index < 250; index += 50) {
            TestUser user = users.get(index);
            assertEquals(List.of("phone"), user.otpLabels());
            assertValid(lines.of(user).path("credential").path("id").asText(), user.totp().verifyCode(lines.authenticator(user).code()));
        }
    }

    @Test
    void lineHasTheUserAndWhatCreateTotpReplies() {
        TestUser user = newUser();
        TestUser sister = newUser();
        JsonNode expected = sister.totp().create(Json.object("qrSize", 0, "digits", 8, "issuer", "Acme")).json();

        BulkLines lines = bulk().select("ids", List.of(user.id()), "credential", Map.of("digits", 8, "issuer", "Acme"));

        JsonNode line = lines.of(user);
        assertEquals(Set.of("status", "id", "username", "firstName", "lastName", "email", "credential"), Json.names(line));
        assertEquals(user.name(), line.path("username").asText());
        assertEquals("Erika", line.path("firstName").asText());
        assertEquals("Mustermann", line.path("lastName").asText());
        assertEquals(user.name() + "@example.com", line.path("email").asText());
        JsonNode credential = line.path("credential");
        assertEquals(Json.names(expected), Json.names(credential));
        assertFalse(credential.has("qrCode"));
        for (String field : List.of("digits", "period", "algorithm", "issuer", "replaceExisting", "qrSize")) {
            assertEquals(expected.path(field), credential.path(field), field);
        }
        assertEquals(OtpData.of(sister.otpCredentials().get(0)), OtpData.of(user.otpCredentials().get(0)));
    }

    @Test
    void replyIsNotStoredByCaches() {
        assertEquals("no-store", bulk().select("ids", List.of(newUser().id())).reply().header("Cache-Control").orElse(""));
    }

    @Test
    void pictureIsDrawnOnRequest() {
        TestUser user = newUser();

        JsonNode credential = bulk().select("ids", List.of(user.id()), "credential", Map.of("qrSize", 300)).of(user).path("credential");

        assertEquals(credential.path("keyUri").asText(), QrCode.of(credential.path("qrCode").asText()).text());
        assertEquals(300, QrCode.of(credential.path("qrCode").asText()).picture().getWidth());
    }

    @Test
    void whoHasOneKeepsIt() {
        TestUser user = newUser();
        TestUser other = newUser();
        Authenticator authenticator = user.newTotp("{}");

        BulkLines lines = bulk().select("ids", List.of(user.id(), other.id()));

        assertEquals(List.of("exists", "created"), lines.texts("status"));
        assertEquals(Refusals.USER_HAS_TOTP, BulkLines.message(lines.of(user)));
        assertFalse(lines.of(user).has("credential"));
        assertValid(user.totp().verifyCode(authenticator.code()));
    }

    @Test
    void replacementIsMadeOnRequest() {
        TestUser user = newUser();
        TestUser other = newUser();
        Authenticator former = user.newTotp("{}");

        BulkLines lines = bulk().select("ids", List.of(user.id(), other.id()), "credential", Map.of("replaceExisting", true)).assertCreated(user, other);

        assertEquals(1, user.otpCredentials().size());
        assertInvalid(user.totp().verifyCode(former.code()));
        assertValid(user.totp().verifyCode(lines.authenticator(user).code()));
    }

    @Test
    void replacementTakesThePlaceOfTheFormer() {
        TestUser user = newUser();
        user.newTotp("{}");
        user.newRecoveryCodes("{}");
        List<String> before = credentialIds(user);

        String id = bulk().select("ids", List.of(user.id()), "credential", Map.of("replaceExisting", true)).of(user).path("credential").path("id").asText();

        assertEquals(List.of("password", "otp", "recovery-authn-codes"), user.credentialTypes());
        assertEquals(List.of(before.get(0), id, before.get(2)), credentialIds(user));
    }

    @Test
    void firstTotpGoesBeforeRecoveryCodes() {
        TestUser user = newUser();
        user.newRecoveryCodes("{}");

        bulk().select("ids", List.of(user.id())).assertCreated(user);

        assertEquals(List.of("password", "otp", "recovery-authn-codes"), user.credentialTypes());
    }

    @Test
    void userNeedNotSetUpOneAnyMore() {
        TestUser user = newUser();
        user.setRequiredActions("CONFIGURE_TOTP", "UPDATE_PROFILE");

        bulk().select("ids", List.of(user.id())).assertCreated(user);

        assertEquals(List.of("UPDATE_PROFILE"), user.requiredActions());
    }

    @Test
    void dryRunTellsWhoWouldGetOneAndChangesNothing() {
        TestUser user = newUser();
        TestUser other = newUser();
        user.setRequiredActions("CONFIGURE_TOTP");
        Authenticator authenticator = other.newTotp("{}");

        BulkLines lines = bulk().select("ids", List.of(user.id(), other.id(), "nobody"), "dryRun", true);
        BulkLines replacing = bulk().select("ids", List.of(user.id(), other.id()), "dryRun", true, "credential", Map.of("replaceExisting", true));

        assertEquals(List.of("creatable", "exists", "failed"), lines.texts("status"));
        assertFalse(lines.of(user).has("credential"));
        replacing.assertStatus("creatable", user, other);
        assertTrue(user.otpCredentials().isEmpty());
        assertEquals(List.of("CONFIGURE_TOTP"), user.requiredActions());
        assertValid(other.totp().verifyCode(authenticator.code()));
    }

    /** An attribute may have any name: also one that Jackson takes for a path. */
    @Test
    void attributesAreAddedOnRequestAsTheListOfUsersShowsThem() {
        setProfile(realm());
        TestUser user = ManyUsers.in(realm(), 1, it -> it.setAttributes(Map.of("department", List.of("sales", "legal"), "note", List.of("private"), "/a", List.of("x"))))
                .get(0);
        assertEquals(Map.of("department", List.of("sales", "legal")), user.resource().toRepresentation().getAttributes());

        BulkLines lines = bulk().select("ids", List.of(user.id()), "attributes", List.of("department", "floor", "note", "/a", "/a/b", "/"), "dryRun", true);

        assertEquals("[\"sales\",\"legal\"]", lines.of(user).path("attributes").path("department").toString());
        assertFalse(lines.reply().text().contains("private"), lines.reply()::toString);
    }

    @Test
    void namesAreShownAsTheListOfUsersShowsThem() {
        TestRealm hiding = TestRealm.create(server());
        TestUser user = hiding.newUser();
        UPConfig profile = hiding.resource().users().userProfile().getConfiguration();
        for (String name : List.of("lastName", "email")) {
            profile.addOrReplaceAttribute(new UPAttribute(name, new UPAttributePermissions(Set.of("user"), Set.of("user"))));
        }
        hiding.resource().users().userProfile().update(profile);

        JsonNode line = BulkEndpoint.of(hiding).select("ids", List.of(user.id()), "dryRun", true).of(user);
        HttpReply status = hiding.http().get(hiding.name() + "/users/totp-status");

        assertEquals(List.of("Erika", "", ""), Stream.of("firstName", "lastName", "email").map(name -> line.path(name).asText()).toList());
        assertFalse(status.text().contains("Mustermann") || status.text().contains("@example.com"), status::toString);
    }

    private static void setProfile(TestRealm realm) {
        UPConfig profile = realm.resource().users().userProfile().getConfiguration();
        profile.addOrReplaceAttribute(attribute("department", "admin"));
        profile.addOrReplaceAttribute(attribute("note", "user"));
        realm.resource().users().userProfile().update(profile);
    }

    private static UPAttribute attribute(String name, String viewer) {
        UPAttribute attribute = new UPAttribute(name, new UPAttributePermissions(Set.of(viewer), Set.of(viewer)));
        attribute.setMultivalued(true);
        return attribute;
    }

    private static List<String> ids(List<TestUser> users) {
        return users.stream().map(TestUser::id).toList();
    }

    private static List<String> credentialIds(TestUser user) {
        return user.resource().credentials().stream().map(CredentialRepresentation::getId).toList();
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
