package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestLdap;
import org.keycloak.testsuite.fixture.TestLdap.EditMode;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.providers.OtpKeepingStorageFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Users of storages beside users of Keycloak's own store: all get what create-totp gives them.
 */
class BulkFederationTest extends AbstractTotpTest {

    private static final Map<String, Object> FIELDS = Map.of("digits", 8, "algorithm", "SHA256", "userLabel", "phone", "qrSize", 0);

    private TestLdap ldap;
    private String storage;

    @BeforeAll
    void startLdap() throws LDAPException {
        ldap = TestLdap.start();
    }

    @AfterAll
    void stopLdap() {
        ldap.close();
    }

    /** The storage takes only OTPs of the realm's policy. */
    @Override
    protected TestRealm newRealm() {
        TestRealm realm = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "totp", "HmacSHA256", 8, 30));
        ldap.federate(realm, EditMode.READ_ONLY, true);
        storage = OtpStorage.in(realm, Map.of()).id();
        return realm;
    }

    @Test
    void usersOfAllStoresGetWhatCreateTotpGivesThem() throws LDAPException {
        List<TestUser> users = List.of(newUser(), ldap.newUser(realm()), newUserOfStorage());
        List<TestUser> sisters = List.of(newUser(), ldap.newUser(realm()), newUserOfStorage());

        BulkLines lines = BulkEndpoint.of(realm()).select("ids", ids(users), "credential", FIELDS).assertCreated(users.toArray(TestUser[]::new));

        for (int index = 0; index < users.size(); index++) {
            TestUser user = users.get(index);
            TestUser sister = sisters.get(index);
            HttpReply expected = sister.totp().create(Json.object("digits", 8, "algorithm", "SHA256", "userLabel", "phone", "qrSize", 0));
            assertEquals(200, expected.status(), expected::toString);
            assertEquals(withoutWhatDiffers(expected.json()), withoutWhatDiffers(lines.of(user).path("credential")));
            assertEquals(sister.otpCredentials().stream().map(OtpData::of).toList(), user.otpCredentials().stream().map(OtpData::of).toList());
            assertEquals(sister.otpLabels(), user.otpLabels());
            assertEquals(sister.resource().getConfiguredUserStorageCredentialTypes(), user.resource().getConfiguredUserStorageCredentialTypes());
            assertEquals(200, user.totp().verifyCode(lines.authenticator(user).code()).status());
            assertEquals(user.name(), lines.of(user).path("username").asText());
            assertEquals(user.resource().toRepresentation().getEmail(), lines.of(user).path("email").asText());
        }
        BulkLines again = BulkEndpoint.of(realm()).select("ids", ids(users)).assertStatus("exists", users.toArray(TestUser[]::new));
        again.users().forEach(line -> assertEquals(Refusals.USER_HAS_TOTP, BulkLines.message(line)));
    }

    @Test
    void roleSelectsUsersOfAllStores() throws LDAPException {
        TestUser[] users = { newUser(), ldap.newUser(realm()), newUserOfStorage() };
        newUser();

        BulkEndpoint.of(realm()).select("role", realm().newRole(users), "credential", FIELDS).assertCreated(users);
    }

    @Test
    void usersOfAllStoresAreReplacedAndTried() throws LDAPException {
        List<TestUser> users = List.of(newUser(), ldap.newUser(realm()), newUserOfStorage());
        users.forEach(user -> user.newTotp("{}"));
        Map<String, Object> replace = Map.of("replaceExisting", true);

        BulkEndpoint.of(realm()).select("ids", ids(users), "dryRun", true, "credential", replace).assertStatus("creatable", users.toArray(TestUser[]::new));
        BulkLines lines = BulkEndpoint.of(realm()).select("ids", ids(users), "credential", replace).assertCreated(users.toArray(TestUser[]::new));

        users.forEach(user -> {
            assertValid(user.totp().verifyCode(lines.authenticator(user).code()));
            assertTrue(user.otpCredentials().size() <= 1);
        });
    }

    /** The storage of the first user is asked for that user when the line comes. */
    @Test
    void userWhomKeycloakHasNotSeenYetIsFoundByName() throws LDAPException {
        TestUser stored = newUserOfStorage();
        String name = ldap.newName();

        BulkLines lines = BulkEndpoint.of(realm()).lines(
                Json.object("username", stored.name()), Json.object("username", name.toUpperCase(Locale.ROOT)), Json.object("email", ldap.newName() + "@example.com"));

        assertEquals(List.of("created", "created", "created"), lines.texts("status"));
        assertEquals(List.of(stored.name(), name), lines.texts("username").subList(0, 2));
    }

    @Test
    void storageThatRefusesIsAFailedLineAndTheOthersAreCreated() {
        TestUser refused = OtpStorage.in(TestRealm.create(server()), Map.of(OtpKeepingStorageFactory.READ_ONLY, "true")).newUser();
        TestUser user = refused.realm().newUser();
        HttpReply expected = refused.totp().create();

        BulkLines lines = BulkEndpoint.of(refused.realm()).select("ids", List.of(refused.id(), user.id()));

        assertEquals(List.of("failed", "created"), lines.texts("status"));
        assertEquals(expected.errorMessage(), BulkLines.message(lines.users().get(0)));
    }

    private TestUser newUserOfStorage() {
        return new OtpStorage(realm(), storage).newUser();
    }

    private static List<String> ids(List<TestUser> users) {
        return users.stream().map(TestUser::id).toList();
    }

    /** Which fields there are counts, except for the values that no two credentials share. */
    private static JsonNode withoutWhatDiffers(JsonNode credential) {
        ObjectNode same = credential.deepCopy();
        List.of("id", "createdDate", "totpSecret", "totpSecretEncoded", "keyUri").stream().filter(same::has).forEach(field -> same.put(field, "any"));
        return same;
    }
}
