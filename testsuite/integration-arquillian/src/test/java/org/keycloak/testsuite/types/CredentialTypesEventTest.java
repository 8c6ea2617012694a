package org.keycloak.testsuite.types;

import java.util.List;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.Secrets;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * What administrators did is on record, for all types alike. The realm records representations too.
 */
class CredentialTypesEventTest extends AbstractTotpTest {

    private static final String BADGE = "badge";

    @Test
    void creationIsOneEventThatNamesTheCredentialAndNothingSecret() {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create(BADGE, Json.object("number", "4711", "userLabel", "Front door", "pin", "73914628"));

        List<JsonNode> events = CredentialEvents.of(user);
        assertEquals(1, events.size(), events::toString);
        CredentialEvents.assertIs(events.get(0), user, "credential-types/badge", reply.field("id"), BADGE, "Front door");
        assertFalse(events.toString().contains("73914628"), events::toString);
        assertFalse(events.toString().contains(reply.field("serial")), events::toString);
    }

    @Test
    void eachReplacedCredentialIsAnEventToo() {
        TestUser user = realm().newUser(OtpCredentials.totp("phone", "12345678901234567890"), OtpCredentials.totp("tablet", "abcdefghijklmnopqrst"));
        List<String> replaced = user.credentialIds("otp");
        assertEquals(2, replaced.size());

        HttpReply reply = CredentialTypeEndpoints.of(user).create("otp", Json.object("replaceExisting", true, "userLabel", "new"));

        assertEquals(3, CredentialEvents.of(user).size(), () -> CredentialEvents.of(user).toString());
        assertOneEvent(user, "credentials/" + replaced.get(0), replaced.get(0), "otp", "phone");
        assertOneEvent(user, "credentials/" + replaced.get(1), replaced.get(1), "otp", "tablet");
        assertOneEvent(user, "credential-types/otp", reply.field("id"), "otp", "new");
    }

    @Test
    void whatCannotBeReplacedIsNoEvent() {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user);
        types.create(BADGE, Json.object("number", "4711", "userLabel", "first", "permanent", true));

        types.create(BADGE, Json.object("number", "4712", "userLabel", "second", "replaceExisting", true));

        assertEquals(List.of(), CredentialEvents.of(user, "credentials/*"));
    }

    @Test
    void refusedRequestIsNoEvent() {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user);
        types.create(BADGE, Json.object("number", "4711"));

        assertEquals(400, types.create(BADGE, Json.object("number", "4712")).status());
        assertEquals(400, types.create(BADGE, Json.object("number", "0815", "replaceExisting", true)).status());
        assertEquals(400, types.create(BADGE, Json.object("floor", 99)).status());
        assertEquals(404, types.create("no-such-type", "{}").status());
        assertEquals(200, types.list().status());

        assertEquals(1, CredentialEvents.of(user).size(), () -> CredentialEvents.of(user).toString());
    }

    @Test
    void secretsOfAnOtpAreNotThere() {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create("otp");

        String events = CredentialEvents.of(user).toString();
        Secrets.of(reply).forEach(secret -> assertFalse(events.contains(secret), events));
    }

    private static void assertOneEvent(TestUser user, String path, String credentialId, String type, String label) {
        List<JsonNode> events = CredentialEvents.of(user, path);
        assertEquals(1, events.size(), events::toString);
        CredentialEvents.assertIs(events.get(0), user, path, credentialId, type, label);
    }
}
