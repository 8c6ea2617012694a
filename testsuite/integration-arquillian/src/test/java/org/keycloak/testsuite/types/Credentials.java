package org.keycloak.testsuite.types;

import java.util.List;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A user's credentials of one type, and what is said of the type.
 */
final class Credentials {

    private Credentials() {
    }

    static List<CredentialRepresentation> of(TestUser user, String type) {
        return user.credentials(type);
    }

    /** The ids alone, in the user's order. */
    static List<String> ids(TestUser user, String type) {
        return of(user, type).stream().map(CredentialRepresentation::getId).toList();
    }

    /** The type, out of all that are listed for the user. */
    static JsonNode type(HttpReply list, String type) {
        assertEquals(200, list.status(), list::toString);
        for (JsonNode listed : list.json()) {
            if (type.equals(listed.path("type").asText())) {
                return listed;
            }
        }
        throw new AssertionError("no type " + type + ": " + list);
    }
}
