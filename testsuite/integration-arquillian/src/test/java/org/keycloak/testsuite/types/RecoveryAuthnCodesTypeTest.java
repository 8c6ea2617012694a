package org.keycloak.testsuite.types;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Recovery codes, for users who lose their authenticator. Logins with them are tested in a browser.
 */
class RecoveryAuthnCodesTypeTest extends AbstractTotpTest {

    private static final String TYPE = "recovery-authn-codes";
    private static final String REPLACE = Json.object("replaceExisting", true);

    @Test
    void typeIsListedWithTheFieldsOfEachType() {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user);

        JsonNode type = types.listed(TYPE);

        assertEquals("Recovery Authentication Code", type.path("name").asText());
        assertEquals("Enter a recovery authentication code from a previously generated list.", type.path("helpText").asText());
        assertFalse(type.get("configured").booleanValue());
        FieldDescription.assertFields(type, FieldDescription.USER_LABEL, FieldDescription.REPLACE_EXISTING);
        types.create(TYPE);
        assertTrue(types.listed(TYPE).get("configured").booleanValue());
    }

    @Test
    void twelveCodesAreShown() {
        TestUser user = newUser();

        HttpReply reply = CredentialTypeEndpoints.of(user).create(TYPE, Json.object("userLabel", " Paper\u00a0"));

        assertEquals(201, reply.status(), reply::toString);
        Set<String> codes = new TreeSet<>(codes(reply));
        assertEquals(12, codes.size(), reply::toString);
        assertTrue(codes.stream().allMatch(code -> code.matches("[A-Z0-9]{12}")), reply::toString);
        assertEquals("Paper", reply.field("userLabel"));
        assertEquals(user.credentialIds(TYPE), List.of(reply.field("id")));
        assertEquals(user.credentials(TYPE).get(0).getCreatedDate(), reply.json().path("createdDate").longValue());
        assertEquals("Paper", user.credentials(TYPE).get(0).getUserLabel());
        assertFalse(reply.json().path("replaceExisting").booleanValue());
        assertTrue(reply.header("Location").orElseThrow().endsWith("/users/" + user.id() + "/credentials/" + reply.field("id")), reply::toString);
        assertEquals(List.of("no-store"), reply.response().headers().allValues("Cache-Control"));
    }

    @Test
    void codesAreShownOnce() {
        TestUser user = newUser();

        List<String> codes = codes(CredentialTypeEndpoints.of(user).create(TYPE));

        String credentials = realm().http().get(realm().name() + "/users/" + user.id() + "/credentials").text();
        assertTrue(credentials.contains(TYPE), credentials);
        String events = CredentialEvents.of(user).toString();
        assertTrue(events.contains("credential-types/" + TYPE), events);
        for (String code : codes) {
            assertFalse(credentials.contains(code), credentials);
            assertFalse(events.contains(code), events);
        }
    }

    @Test
    void codesAreNotAField() {
        TestUser user = newUser();

        Refusals.assertNames("codes", CredentialTypeEndpoints.of(user).create(TYPE, Json.object("codes", List.of("ABCDEFGHIJKL"))));

        assertEquals(List.of(), user.credentialIds(TYPE));
    }

    @Test
    void secondIsRefusedAndTheFirstStays() {
        TestUser user = newUser();
        String first = CredentialTypeEndpoints.of(user).create(TYPE).field("id");

        HttpReply reply = CredentialTypeEndpoints.of(user).create(TYPE);

        assertEquals(400, reply.status(), reply::toString);
        assertEquals("User already has recovery codes. Remove first.", reply.errorMessage());
        assertEquals(List.of(first), user.credentialIds(TYPE));
    }

    @Test
    void replacingMakesNewOnes() {
        TestUser user = newUser();
        HttpReply first = CredentialTypeEndpoints.of(user).create(TYPE);

        HttpReply second = CredentialTypeEndpoints.of(user).create(TYPE, REPLACE);

        assertEquals(201, second.status(), second::toString);
        assertEquals(List.of(second.field("id")), user.credentialIds(TYPE));
        Set<String> both = new TreeSet<>(codes(first));
        both.retainAll(codes(second));
        assertEquals(Set.of(), both);
        List<JsonNode> removals = CredentialEvents.of(user, "credentials/*");
        assertEquals(1, removals.size(), removals::toString);
        CredentialEvents.assertIs(removals.get(0), user, "credentials/" + first.field("id"), first.field("id"), TYPE, "");
    }

    @Test
    void setupThatWasPendingIsTakenOff() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of("CONFIGURE_RECOVERY_AUTHN_CODES", "CONFIGURE_TOTP")));

        assertEquals(201, CredentialTypeEndpoints.of(user).create(TYPE).status());

        assertEquals(List.of("CONFIGURE_TOTP"), user.requiredActions());
    }

    @Test
    void setupThatIsPendingStaysWhereNothingIsMade() {
        TestUser user = newUser();
        CredentialTypeEndpoints.of(user).create(TYPE);
        user.setRequiredActions("CONFIGURE_RECOVERY_AUTHN_CODES");

        assertEquals(400, CredentialTypeEndpoints.of(user).create(TYPE).status());

        assertEquals(List.of("CONFIGURE_RECOVERY_AUTHN_CODES"), user.requiredActions());
    }

    @Test
    void javaClientGetsThem() {
        TestUser user = newUser();
        CreateRecoveryAuthnCodesRepresentation request = new CreateRecoveryAuthnCodesRepresentation();
        request.setUserLabel("Paper");

        try (Response created = user.totpClient().createCredential(TYPE, request)) {
            assertEquals(201, created.getStatus());
            CreateRecoveryAuthnCodesRepresentation codes = created.readEntity(CreateRecoveryAuthnCodesRepresentation.class);
            assertEquals(12, codes.getCodes().size());
            assertEquals("Paper", codes.getUserLabel());
            assertEquals(CreatedResponseUtil.getCreatedId(created), codes.getId());
        }
    }

    private static List<String> codes(HttpReply reply) {
        assertEquals(201, reply.status(), reply::toString);
        return Json.elements(reply.json().get("codes")).map(JsonNode::asText).toList();
    }
}
