package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.CoverageEndpoints;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.OtpFields;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * What a help desk is told of a user: enough to show what the user has, and what the help desk may do.
 */
class UserTotpStatusTest extends AbstractTotpTest {

    @Test
    void userIsShownWithAllSecondFactors() {
        CredentialRepresentation key = new CredentialRepresentation();
        key.setType("webauthn");
        key.setUserLabel("Key");
        key.setSecretData("{}");
        key.setCredentialData("{\"aaguid\":\"not shown\"}");
        TestUser user = realm().newUser(key);
        user.newTotp(Json.object("userLabel", "Phone"));
        user.newRecoveryCodes("{}");
        user.setRequiredActions("UPDATE_PASSWORD", "CONFIGURE_TOTP");

        HttpReply reply = user.totp().status();

        JsonNode shown = reply.json();
        assertEquals(List.of(user.id(), user.name(), "Erika", "Mustermann", user.name() + "@example.com", "true"),
                List.of("id", "username", "firstName", "lastName", "email", "enabled").stream().map(reply::field).toList());
        assertEquals("[\"CONFIGURE_TOTP\",\"UPDATE_PASSWORD\"]", shown.path("requiredActions").toString());
        assertEquals(List.of("Phone"), Json.elements(shown.path("totps")).map(it -> it.path("userLabel").asText()).toList());
        UserTotpStatusRepresentation read = user.totpClient().totpStatus();
        Map<String, CredentialRepresentation> stored = user.resource().credentials().stream().collect(Collectors.toMap(CredentialRepresentation::getType, it -> it));
        assertEquals(Set.of("webauthn", "recovery-authn-codes"), read.getOtherCredentials().stream().map(it -> it.getType()).collect(Collectors.toSet()));
        for (UserTotpStatusRepresentation.OtherCredential other : read.getOtherCredentials()) {
            CredentialRepresentation credential = stored.get(other.getType());
            assertEquals(credential.getId(), other.getId());
            assertEquals(credential.getUserLabel(), other.getUserLabel());
            assertEquals(credential.getCreatedDate(), other.getCreatedDate());
        }
        assertFalse(reply.text().contains("not shown"));
        assertEquals("no-store", reply.header("Cache-Control").orElse(null));
    }

    @Test
    void othersOfAUserOfAStorageAreShown() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = OtpStorage.in(realm, Map.of()).newUser();
        user.newTotp("{}");
        user.newRecoveryCodes("{}");

        JsonNode shown = user.totp().as(holder(realm).http()).status().json();

        assertEquals("used", shown.path("status").asText());
        assertEquals(1, shown.path("otherOtps").asInt());
        assertEquals(user.credentialIds("recovery-authn-codes"), Json.elements(shown.path("otherCredentials")).map(it -> it.path("id").asText()).toList());
        assertEquals("{\"manage\":true}", shown.path("access").toString());
    }

    /** Whoever takes the user's OTPs away has to know of all of them. */
    @Test
    void otpsThatAreNoTotpsAreShownBesideTheOthers() {
        TestUser user = realm().newUser(OtpCredentials.hotp("Key fob", "12345678901234567890"));
        new RealmMethods(realm()).add("beside", "issuer", "Acme");
        user.newTotp(Json.object("method", "beside", "userLabel", "Phone"));

        JsonNode shown = user.totp().status().json();
        JsonNode row = CoverageEndpoints.of(realm()).list("search", "username:" + user.name()).json().path(0);

        assertEquals(List.of("Phone"), Json.elements(shown.path("totps")).map(it -> it.path("userLabel").asText()).toList());
        assertEquals(List.of("otp Key fob"), Json.elements(shown.path("otherCredentials")).map(it -> it.path("type").asText() + " " + it.path("userLabel").asText()).toList());
        assertEquals(1, shown.path("otherOtps").asInt());
        assertEquals(1, row.path("otherOtps").asInt());
        String keyFob = shown.path("otherCredentials").path(0).path("id").asText();
        assertEquals(204, user.totp().remove(Json.object("id", keyFob)).status());
        assertEquals(0, user.totp().status().json().path("otherOtps").asInt());
        assertEquals(1, user.otpIds().size());
    }

    @Test
    void disabledUserWithoutAnythingIsShown() {
        TestUser user = realm().newUser(it -> {
            it.setEnabled(false);
            it.setFirstName(null);
            it.setLastName(null);
            it.setEmail(null);
            it.setCredentials(List.of());
        });

        assertEquals("{\"id\":\"%s\",\"username\":\"%s\",\"enabled\":false,\"access\":{\"manage\":true},\"status\":\"none\",\"totps\":[],\"otherOtps\":0,\"requiredActions\":[],\"otherCredentials\":[]}"
                .formatted(user.id(), user.name()), user.totp().status().text());
    }

    @ParameterizedTest
    @CsvSource({"manage-otp, true, false", "manage-users, true, true", "view-users, false, false"})
    void accessSaysWhomTheCallerMayChange(String role, boolean user, boolean administrator) {
        TestRealm realm = TestRealm.create(server());
        TestUser caller = realm.newAdmin(role);
        TestUser plain = realm.newUser();
        TestUser admin = realm.newAdmin("query-groups");
        TestUser member = realm.newUser();
        TestGroup group = TestGroup.in(realm);
        group.newSubGroup(member);
        ManagementRoles roles = ManagementRoles.of(realm);
        realm.resource().groups().group(group.id()).roles().clientLevel(roles.id()).add(roles.find("query-groups"));

        assertAccess(Map.of(plain, user, admin, administrator, member, administrator, caller, administrator), caller);
    }

    @Test
    void accessIsThatOfFineGrainedPermissionsToo() {
        TestRealm realm = AdminPermissions.newRealm(server());
        TestUser helper = realm.newAdmin("query-users");
        TestUser managed = realm.newUser();
        TestUser viewed = realm.newUser();
        TestUser denied = realm.newUser();
        AdminPermissions.of(realm).allow(helper, "view", managed, viewed, denied);
        AdminPermissions.of(realm).allow(helper, "manage", managed, denied);
        AdminPermissions.of(realm).deny(helper, "reset-password", denied);

        assertAccess(Map.of(managed, true, viewed, false, denied, false), helper);
    }

    @Test
    void accessOfUsersOfAStorageIsShown() {
        TestRealm realm = TestRealm.create(server());
        TestUser holder = holder(realm);
        OtpStorage storage = OtpStorage.in(realm, Map.of());
        TestUser admin = storage.newUser();
        TestUser user = storage.newUser();
        ManagementRoles.of(realm).grant(admin, "query-groups");

        for (TestUser it : List.of(admin, user)) {
            JsonNode row = CoverageEndpoints.of(realm).as(holder).list("search", "username:" + it.name()).json().path(0);
            assertEquals(it == user, row.path("access").path("manage").asBoolean(it != user), row::toString);
        }
    }

    @Test
    void listsDoNotTellWhatOnlyOneUserIsAskedFor() {
        TestUser user = newUser();

        JsonNode row = CoverageEndpoints.of(realm()).list("search", "username:" + user.name()).json().path(0);

        assertEquals(Set.of("id", "username", "firstName", "lastName", "email", "enabled", "access", "status", "totps", "otherOtps"), Json.names(row));
    }

    /** Reading the methods themselves needs another right. */
    @Test
    void namesOfTheMethodsAreTheOptionsOfTheField() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = realm.newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user).as(holder(realm).http().withOneToken());
        assertFalse(new OtpFields(types.listed("otp").get("fields")).field("method").has("options"));

        String tokens = new RealmMethods(realm).add("tokens", "issuer", "Acme");
        new RealmMethods(realm).add("phones", "issuer", "Acme");

        assertEquals("[\"phones\",\"tokens\"]", new OtpFields(types.listed("otp").get("fields")).field("method").path("options").toString());
        assertEquals(201, types.create("otp", Json.object("method", "phones")).status());
        assertEquals(201, types.create("otp", Json.object("method", tokens)).status());
        HttpReply unknown = types.create("otp", Json.object("method", "others"));
        assertEquals(400, unknown.status(), unknown::toString);
    }

    @Test
    void methodIsNoOptionOfAUserWhoseStorageKeepsTheOtp() {
        TestRealm realm = TestRealm.create(server());
        new RealmMethods(realm).add("phones", "issuer", "Acme");
        TestUser user = OtpStorage.in(realm, Map.of()).newUser();

        assertFalse(new OtpFields(CredentialTypeEndpoints.of(user).listed("otp").get("fields")).field("method").has("options"));
    }

    private static void assertAccess(Map<TestUser, Boolean> expected, TestUser caller) {
        CoverageEndpoints lists = CoverageEndpoints.of(caller.realm()).as(caller);
        Map<String, Boolean> rows = lists.list().elements().collect(Collectors.toMap(row -> row.path("username").asText(), row -> row.path("access").path("manage").booleanValue()));
        expected.forEach((user, access) -> {
            assertEquals(access, rows.get(user.name()), user::name);
            HttpReply alone = user.totp().as(lists.http()).status();
            assertEquals("{\"manage\":" + access + "}", alone.json().path("access").toString(), alone::toString);
        });
    }

    private static TestUser holder(TestRealm realm) {
        return realm.newAdmin(ManagementRoles.MANAGE_OTP);
    }
}
