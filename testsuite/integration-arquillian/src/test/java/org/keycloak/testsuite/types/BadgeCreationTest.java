package org.keycloak.testsuite.types;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.providers.BadgeCredentialProvider;
import org.keycloak.testsuite.providers.BadgeCredentialProvider.BadgePrinterException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Simultaneously.outcomes;

/**
 * Credentials of a type that another jar brings: what is the same for all types, and what the provider decides.
 */
class BadgeCreationTest extends AbstractTotpTest {

    private static final String BADGE = "badge";
    private static final String MINIMAL = Json.object("number", "4711");
    private static final String HAS_BADGE = "User already has badge. Remove first.";

    @Test
    void replyHasWhatWasGivenAndWhatTheProviderMade() {
        TestUser user = newUser();

        HttpReply reply = create(user, Json.object("userLabel", "Front door", "number", "4711", "floor", 7, "visitor", true, "colour", "yellow",
                "pin", "73914628", "permanent", false));

        assertEquals(201, reply.status(), reply::toString);
        CredentialRepresentation stored = user.credentials(BADGE).get(0);
        ObjectNode json = (ObjectNode) reply.json();
        assertTrue(json.path("serial").asText().startsWith("S-"), reply::toString);
        assertEquals(Json.parse(Json.object("userLabel", "Front door", "replaceExisting", false, "id", stored.getId(), "createdDate", stored.getCreatedDate(),
                "number", "4711", "floor", 7, "visitor", true, "colour", "yellow", "pin", "73914628", "permanent", false,
                "serial", json.path("serial").asText()), JsonNode.class), json);
        assertEquals("Front door", stored.getUserLabel());
        assertFalse(stored.getCredentialData().contains("73914628"), stored::getCredentialData);
    }

    @Test
    void defaultsAreInTheReply() {
        HttpReply reply = create(newUser(), MINIMAL);

        assertEquals(201, reply.status(), reply::toString);
        assertEquals(1, reply.json().path("floor").intValue());
        assertEquals("white", reply.field("colour"));
        assertTrue(reply.json().path("visitor").isBoolean());
    }

    @Test
    void replyIsJsonForNoCacheWithTheLocationOfTheCredential() {
        TestUser user = newUser();

        HttpReply reply = create(user, MINIMAL);

        assertEquals("application/json", reply.header("Content-Type").orElseThrow().split(";")[0]);
        assertEquals(List.of("no-store"), reply.response().headers().allValues("Cache-Control"));
        assertEquals(realm().url() + "/admin/realms/" + realm().name() + "/users/" + user.id() + "/credentials/" + user.credentialIds(BADGE).get(0),
                reply.header("Location").orElseThrow());
        assertEquals(204, realm().http().delete(reply.header("Location").orElseThrow().split("/admin/realms/")[1]).status());
        assertEquals(List.of(), user.credentialIds(BADGE));
    }

    @Test
    void secondIsRefusedAndTheFirstStays() {
        TestUser user = newUser();
        String first = create(user, MINIMAL).field("id");

        HttpReply reply = create(user, Json.object("number", "4712"));

        assertEquals(400, reply.status(), reply::toString);
        assertEquals(HAS_BADGE, reply.errorMessage());
        assertEquals(List.of(first), user.credentialIds(BADGE));
    }

    @Test
    void replacingTakesAllOfTheTypeAwayAndNothingElse() {
        TestUser user = newUser();
        user.newTotp("{}");
        String first = create(user, MINIMAL).field("id");

        HttpReply reply = create(user, Json.object("number", "4712", "replaceExisting", true));

        assertEquals(201, reply.status(), reply::toString);
        assertTrue(reply.json().path("replaceExisting").booleanValue());
        assertEquals(List.of(reply.field("id")), user.credentialIds(BADGE));
        assertFalse(reply.field("id").equals(first));
        assertEquals(1, user.otpCredentials().size());
        assertEquals(List.of("password", "otp", BADGE), user.credentialTypes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number    | {}
            number    | {"number": null}
            number    | {"number": 4711}
            number    | {"number": "471"}
            number    | {"number": "1234567890123"}
            number    | {"number": "    "}
            number    | {"number": "47 11"}
            number    | {"number": "47\\u000011"}
            number    | {"number": ["4711"]}
            floor     | {"number": "4711", "floor": 0}
            floor     | {"number": "4711", "floor": 41}
            floor     | {"number": "4711", "floor": -2}
            floor     | {"number": "4711", "floor": 1.5}
            floor     | {"number": "4711", "floor": "7"}
            floor     | {"number": "4711", "floor": 4294967297}
            visitor   | {"number": "4711", "visitor": "true"}
            visitor   | {"number": "4711", "visitor": 1}
            colour    | {"number": "4711", "colour": "blue"}
            colour    | {"number": "4711", "colour": ""}
            colour    | {"number": "4711", "colour": 0}
            pin       | {"number": "4711", "pin": "123"}
            pin       | {"number": "4711", "pin": "123456789"}
            userLabel | {"number": "4711", "userLabel": ""}
            userLabel | {"number": "4711", "userLabel": 5}
            replaceExisting | {"number": "4711", "replaceExisting": "true"}
            keySize   | {"number": "4711", "keySize": 32}
            serial    | {"number": "4711", "serial": "S-1"}
            id        | {"number": "4711", "id": "1"}
            createdDate | {"number": "4711", "createdDate": 1}
            Number    | {"Number": "4711"}
            """)
    void fieldThatIsNotAllowedIsNamed(String field, String json) {
        TestUser user = newUser();

        Refusals.assertNames(field, create(user, json));

        assertEquals(List.of(), user.credentialIds(BADGE));
    }

    @Test
    void missingFieldSaysWhatIsAllowedAsAWrongOneDoes() {
        HttpReply missing = CredentialTypeEndpoints.of(newUser()).create(BADGE);

        assertEquals(400, missing.status(), missing::toString);
        assertEquals("Invalid number. Allowed: 4 to 12 characters, not blank, without control characters.", missing.errorMessage());
        assertEquals(missing.text(), create(newUser(), Json.object("number", "471")).text());
    }

    @Test
    void rangeAndOptionsAreSaid() {
        assertEquals("Invalid floor. Allowed: -1 or 1 to 40.", create(newUser(), Json.object("number", "4711", "floor", 41)).errorMessage());
        assertEquals("Invalid colour. Allowed: white, yellow or red.", create(newUser(), Json.object("number", "4711", "colour", "blue")).errorMessage());
        assertEquals("Invalid visitor. Allowed: true or false.", create(newUser(), Json.object("number", "4711", "visitor", 1)).errorMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 40})
    void boundsAndOptionsOfAnIntegerAreAllowed(int floor) {
        HttpReply reply = create(newUser(), Json.object("number", "4711", "floor", floor));

        assertEquals(201, reply.status(), reply::toString);
        assertEquals(floor, reply.json().path("floor").intValue());
    }

    @Test
    void nullIsAsAbsent() {
        HttpReply reply = create(newUser(), """
                {"number": "4711", "floor": null, "colour": null, "visitor": null, "pin": null, "userLabel": null, "replaceExisting": null}
                """);

        assertEquals(201, reply.status(), reply::toString);
        assertEquals(1, reply.json().path("floor").intValue());
        assertFalse(reply.json().has("pin"), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "[]", "\"4711\"", "4711", "{\"number\": \"4711\"} {}", "{\"number\": \"4711\", \"number\": \"4712\"}", "number=4711"})
    void otherJsonIsABadRequest(String body) {
        TestUser user = newUser();

        HttpReply reply = create(user, body);

        Refusals.assertExplained(reply);
        assertFalse(reply.text().contains("471"), reply::toString);
        assertEquals(List.of(), user.credentialIds(BADGE));
    }

    /** A badge that is replaced because it was stolen must not stay. */
    @Test
    void whatCannotBeReplacedIsRefused() {
        TestUser user = newUser();
        String first = create(user, Json.object("number", "4711", "permanent", true)).field("id");

        HttpReply reply = create(user, Json.object("number", "4712", "replaceExisting", true));

        Refusals.assertExplained(reply);
        assertEquals(List.of(first), user.credentialIds(BADGE));
    }

    @Test
    void labelOfAnotherTypesCredentialIsFree() {
        TestUser user = newUser();
        user.newTotp(Json.object("userLabel", "Mine"));

        HttpReply badge = create(user, Json.object("number", "4711", "userLabel", "Mine"));
        HttpReply codes = CredentialTypeEndpoints.of(user).create("recovery-authn-codes", Json.object("userLabel", "Mine"));
        HttpReply otp = CredentialTypeEndpoints.of(user).create("otp", Json.object("userLabel", "Mine", "replaceExisting", true));

        assertEquals(List.of(201, 201, 201), List.of(badge.status(), codes.status(), otp.status()), () -> badge + "\n" + codes + "\n" + otp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-type", "password", "webauthn", "webauthn-passwordless", "BADGE", "test-badge", "keycloak-otp", "totp"})
    void typeThatCannotBeCreatedIsNotFound(String type) {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create(type, MINIMAL);

        assertEquals(404, reply.status(), reply::toString);
        assertEquals(List.of("password"), user.credentialTypes());
    }

    @Test
    void refusalOfTheProviderIsTold() {
        TestUser user = newUser();
        String first = create(user, MINIMAL).field("id");

        HttpReply reply = create(user, Json.object("number", BadgeCredentialProvider.RESERVED + "815", "replaceExisting", true));

        assertEquals(400, reply.status(), reply::toString);
        assertEquals(BadgeCredentialProvider.REFUSAL, reply.errorMessage());
        assertEquals(List.of(first), user.credentialIds(BADGE));
    }

    @Test
    void failureOfTheProviderChangesNothingAndTellsNothing() throws IOException {
        TestUser user = newUser();
        create(user, Json.object("number", "4711", "userLabel", "First"));
        List<CredentialRepresentation> before = user.credentials(BADGE);
        int events = CredentialEvents.of(user).size();

        HttpReply reply = create(user, Json.object("number", "983275610238", "userLabel", "Label of the failure", "pin", "59183047",
                "colour", BadgeCredentialProvider.FAILING_COLOUR, "replaceExisting", true));

        assertEquals(500, reply.status(), reply::toString);
        assertEquals(before.get(0).getId(), user.credentials(BADGE).get(0).getId());
        assertEquals(before.size(), user.credentials(BADGE).size());
        assertEquals(events, CredentialEvents.of(user).size());
        String log = Files.readString(server().log(), StandardCharsets.UTF_8);
        assertTrue(log.contains(BadgePrinterException.class.getSimpleName()), "the failure is in the log");
        for (String value : List.of("983275610238", "Label of the failure", "59183047")) {
            assertFalse(reply.text().contains(value), reply::toString);
            assertFalse(log.contains(value), value);
        }
    }

    /** Otherwise the credential would be stored, and its reply lost. */
    @Test
    void whatCannotBeShownIsNotStored() {
        TestUser user = newUser();
        String first = create(user, MINIMAL).field("id");

        HttpReply reply = create(user, Json.object("number", "4711", "pin", BadgeCredentialProvider.UNDRAWABLE_PIN, "replaceExisting", true));

        assertEquals(500, reply.status(), reply::toString);
        assertEquals(List.of(first), user.credentialIds(BADGE));
    }

    @Test
    void afterAFailureTheNextRequestGetsTheLease() {
        TestUser user = newUser();
        assertEquals(500, create(user, Json.object("number", "4711", "colour", BadgeCredentialProvider.FAILING_COLOUR)).status());

        HttpReply reply = create(user, MINIMAL);

        assertEquals(201, reply.status(), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/xml"})
    void replyOfAnotherTypeIsNotAcceptable(String accept) {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create(BADGE, MINIMAL.getBytes(StandardCharsets.UTF_8), "Content-Type", AdminHttp.JSON,
                "Accept", accept);

        assertEquals(406, reply.status(), reply::toString);
        assertEquals(List.of(), user.credentialIds(BADGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"})
    void bodyOfAnotherTypeIsNotSupported(String contentType) {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create(BADGE, MINIMAL.getBytes(StandardCharsets.UTF_8), "Content-Type", contentType);

        assertEquals(415, reply.status(), reply::toString);
        assertEquals(List.of(), user.credentialIds(BADGE));
    }

    @RepeatedTest(3)
    void oneOfManySucceeds() throws Exception {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user).as(realm().http().withOneToken());
        Supplier<HttpReply> request = () -> types.create(BADGE, MINIMAL);

        List<HttpReply> replies = Simultaneously.send(Collections.nCopies(32, request));

        Map<String, Long> outcomes = outcomes(replies);
        assertEquals(1, outcomes.remove("201 "), outcomes::toString);
        outcomes.remove("400 " + HAS_BADGE);
        outcomes.remove("409 " + Refusals.OTHER_REQUEST);
        assertEquals(Map.of(), outcomes);
        String[] created = replies.stream().filter(reply -> reply.status() == 201).map(reply -> reply.field("id")).toArray(String[]::new);
        assertArrayEquals(created, user.credentialIds(BADGE).toArray());
    }

    private static HttpReply create(TestUser user, String json) {
        return CredentialTypeEndpoints.of(user).create(BADGE, json);
    }
}
