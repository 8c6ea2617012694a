package org.keycloak.testsuite.users;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.OtpData;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Rfc6238Key;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A line for each user, as for hardware tokens.
 */
class BulkNdjsonTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server(), realm -> {
            realm.setDuplicateEmailsAllowed(true);
            realm.setLoginWithEmailAllowed(false);
        });
    }

    @Test
    void hardwareTokensOfThreeAlgorithmsGiveTheirCodes() {
        List<String> algorithms = List.of("SHA1", "SHA256", "SHA512");
        List<TestUser> users = ManyUsers.in(realm(), 3);
        String[] request = Stream.of(0, 1, 2).map(index -> Json.object("username", users.get(index).name(), "totpSecret", seed(algorithms.get(index)),
                "secretEncoding", "HEX", "algorithm", algorithms.get(index), "digits", 8, "userLabel", "Token " + index)).toArray(String[]::new);

        BulkLines lines = bulk().lines(request).assertCreated(users.toArray(TestUser[]::new));

        assertEquals(List.of("1", "2", "3"), lines.texts("line"));
        for (int index = 0; index < 3; index++) {
            TestUser user = users.get(index);
            assertEquals(List.of("Token " + index), user.otpLabels());
            Authenticator token = new Authenticator(Rfc6238Key.of(algorithms.get(index)).getBytes(StandardCharsets.US_ASCII), algorithms.get(index), 8, 30);
            assertValid(lines.of(user).path("credential").path("id").asText(), user.totp().verifyCode(token.code()));
        }
    }

    @Test
    void userIsNamedByIdNameOrAddress() {
        TestUser byId = newUser();
        TestUser byName = newUser();
        TestUser byAddress = newUser();

        BulkLines lines = bulk().lines(
                Json.object("id", byId.id()),
                Json.object("username", byName.name().toUpperCase(Locale.ROOT)),
                Json.object("email", byAddress.name().toUpperCase(Locale.ROOT) + "@EXAMPLE.com"));

        assertEquals(List.of(byId.id(), byName.id(), byAddress.id()), lines.assertCreated(byId, byName, byAddress).texts("id"));
        assertEquals(Json.names(byName.totp().create(Json.object("replaceExisting", true, "qrSize", 0)).json()), Json.names(lines.of(byName).path("credential")));
    }

    @Test
    void eachLineHasItsOwnFields() {
        List<TestUser> users = ManyUsers.in(realm(), 3);
        users.get(2).newTotp("{}");

        BulkLines lines = bulk().lines(
                Json.object("id", users.get(0).id(), "digits", 8, "qrSize", 200),
                Json.object("id", users.get(1).id(), "period", 60, "userLabel", null),
                Json.object("id", users.get(2).id(), "replaceExisting", true)).assertCreated(users.toArray(TestUser[]::new));

        assertEquals(List.of(true, false, false), lines.users().stream().map(line -> line.path("credential").has("qrCode")).toList());
        assertEquals(new OtpData("totp", 8, 30, "HmacSHA1", OtpData.UNUSED_OF_NO_METHOD), OtpData.of(users.get(0).otpCredentials().get(0)));
        assertEquals(new OtpData("totp", 6, 60, "HmacSHA1", OtpData.UNUSED_OF_NO_METHOD), OtpData.of(users.get(1).otpCredentials().get(0)));
        assertEquals(1, users.get(2).otpCredentials().size());
    }

    @Test
    void whoHasOneKeepsIt() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        BulkLines lines = bulk().lines(Json.object("id", user.id(), "totpSecret", seed("SHA1"), "secretEncoding", "HEX")).assertStatus("exists", user);

        assertEquals(Refusals.USER_HAS_TOTP, BulkLines.message(lines.of(user)));
        assertValid(user.totp().verifyCode(authenticator.code()));
    }

    @Test
    void secondLineOfAUserFailsHoweverTheUserIsNamed() {
        TestUser user = newUser();
        TestUser other = newUser();

        BulkLines lines = bulk().lines(
                Json.object("id", user.id(), "replaceExisting", true),
                Json.object("username", user.name(), "replaceExisting", true),
                Json.object("id", other.id()),
                Json.object("email", user.name() + "@example.com", "replaceExisting", true));

        assertEquals(List.of("created", "failed", "created", "failed"), lines.texts("status"));
        assertEquals("The user is in the request twice", lines.texts("message").get(3));
        assertValid(user.totp().verifyCode(BulkLines.authenticator(lines.users().get(0)).code()));
    }

    /** Also if the lines are far apart. */
    @Test
    void linesOfManyUsersAreAnsweredInTheirOrder() {
        List<TestUser> users = ManyUsers.in(realm(), 230);
        List<String> request = Stream.concat(users.stream(), Stream.of(users.get(0))).map(user -> Json.object("username", user.name())).toList();

        BulkLines lines = bulk().lines(request.toArray(String[]::new));

        assertEquals(Map.of("created", 230L, "failed", 1L), lines.statuses());
        assertEquals(Stream.iterate(1, line -> line + 1).limit(231).map(String::valueOf).toList(), lines.texts("line"));
        assertEquals(users.stream().map(TestUser::id).toList(), lines.texts("id").subList(0, 230));
        assertEquals("failed", lines.texts("status").get(230));
    }

    @Test
    void addressOfSeveralUsersIsNobodys() {
        String address = newUser().name() + "@shared.example";
        List<TestUser> users = ManyUsers.in(realm(), 2, user -> user.setEmail(address));

        JsonNode line = bulk().lines(Json.object("email", address)).users().get(0);

        assertEquals("failed", BulkLines.status(line));
        assertEquals("Several users have this e-mail address", BulkLines.message(line));
        users.forEach(user -> assertTrue(user.otpCredentials().isEmpty()));
    }

    private static String seed(String algorithm) {
        return HexFormat.of().formatHex(Rfc6238Key.of(algorithm).getBytes(StandardCharsets.US_ASCII));
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
