package org.keycloak.testsuite.mariadb;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Which labels and names are the same doesn't depend on the database, even if the database takes an umlaut for its vowel.
 */
class LookalikesTest extends AbstractMariaDbTest {

    @Test
    void caseAndOuterSpacesMakeNoOtherNameOrLabel() {
        TestRealm realm = TestRealm.create(server());
        TotpMethodEndpoints methods = TotpMethodEndpoints.of(realm);
        methods.newMethod(Json.object("name", " staff ", "issuer", "Acme"));
        for (String name : new String[] {"staff", "Staff", "staff ", "\u00a0STAFF"}) {
            assertStatus(409, methods.create(Json.object("name", name, "issuer", "Other")));
        }
        methods.newMethod(Json.object("name", "st\u00e4ff", "issuer", "Other"));
        TestUser user = realm.newUser();
        HttpReply first = user.totp().create(Json.object("method", "staff", "userLabel", "Phone "));
        assertEquals("Acme", first.field("issuer"));
        user.resource().setCredentialUserLabel(first.field("id"), " phone ");

        for (String label : new String[] {"Phone", " phone", "PHONE "}) {
            assertStatus(409, user.totp().create(Json.object("method", "st\u00e4ff", "userLabel", label)));
        }
        HttpReply second = user.totp().create(Json.object("method", "st\u00e4ff", "userLabel", "Ph\u00f6ne"));
        assertEquals("Other", second.field("issuer"));
        assertStatus(400, user.totp().create(Json.object("method", "Staff")));
    }
}
