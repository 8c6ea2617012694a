package org.keycloak.testsuite.mariadb;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * A label may hold an emoji, but the columns of Keycloak's events may not. The realm records all events.
 */
class EmojiTest extends AbstractMariaDbTest {

    private static final String PHONE = "\ud83d\udcf1";
    private static final String REPLACEMENT = "\ufffd";

    @Override
    protected TestRealm newRealm() {
        return RealmMethods.realmWithDefault(server(), "lockAfter", 1);
    }

    @Test
    void labelOfTheUserHindersNoAdministrator() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();
        assertStatus(204, own.label(id, PHONE));
        assertEquals(PHONE, user.otpCredentials().get(0).getUserLabel());
        user.login(authenticator.wrongCode());

        assertStatus(204, user.totp().unlock());
        assertGranted(user.login(authenticator.code()));
        HttpReply latter = user.totp().create(Json.object("replaceExisting", true, "userLabel", PHONE));
        assertStatus(200, latter);
        assertEquals(PHONE, latter.field("userLabel"));
        assertStatus(204, user.totp().remove());
        assertEquals(List.of(), user.otpCredentials());

        for (String path : List.of("unlock-totp", "credentials/" + id, "remove-totp")) {
            assertEquals(Set.of(REPLACEMENT), labels(CredentialEvents.of(user, path)), path);
        }
        assertEquals(Set.of("", REPLACEMENT), labels(CredentialEvents.of(user, "create-totp")));
    }

    @Test
    void userMayConfirmWithSuchALabel() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator pending = Authenticator.scan(own.generate().field("keyUri"));

        assertStatus(201, own.confirm(Json.object("code", pending.code(), "userLabel", PHONE)));

        assertEquals(PHONE, user.otpCredentials().get(0).getUserLabel());
        HttpReply events = realm().http().get(realm().name() + "/events?type=UPDATE_CREDENTIAL&user=" + user.id());
        assertEquals(REPLACEMENT, events.json().path(0).path("details").path("credential_user_label").asText(), events::toString);
    }

    /** The database decides which columns can hold an emoji. */
    @Test
    void methodThatCannotBeStoredIsABadRequest() {
        TotpMethodEndpoints methods = TotpMethodEndpoints.of(realm());

        Refusals.assertExplained(methods.create(Json.object("name", "mobile", "issuer", PHONE)));

        assertEquals(List.of("phone"), methods.names(""));
        HttpReply named = methods.create(Json.object("name", PHONE, "issuer", "Acme"));
        assertTrue(named.status() < 500, named::toString);
    }

    private static Set<String> labels(List<JsonNode> events) {
        return events.stream().map(event -> event.path("details").path("credential_user_label").asText()).collect(Collectors.toSet());
    }
}
