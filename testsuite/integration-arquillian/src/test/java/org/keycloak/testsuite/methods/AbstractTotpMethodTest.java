package org.keycloak.testsuite.methods;

import java.util.UUID;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A test class with a realm of its own, because methods and the default method concern the whole realm.
 */
abstract class AbstractTotpMethodTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server());
    }

    protected TotpMethodEndpoints methods() {
        return TotpMethodEndpoints.of(realm());
    }

    protected void setDefaultMethod(String idOrName) {
        new RealmMethods(realm()).setDefault(idOrName);
    }

    protected static String id(JsonNode method) {
        return method.path("id").asText();
    }

    protected static String name(JsonNode method) {
        return method.path("name").asText();
    }

    /** A name that no method has yet. */
    protected static String name() {
        return "method-" + UUID.randomUUID();
    }
}
