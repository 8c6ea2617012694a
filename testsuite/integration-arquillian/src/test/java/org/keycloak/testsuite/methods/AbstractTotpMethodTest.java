package org.keycloak.testsuite.methods;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TotpMethodEndpoints;

/**
 * A test class with a realm of its own: what methods there are, and which is the default, concerns the whole realm.
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
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.getAttributes().put("totpDefaultMethod", idOrName);
        realm().resource().update(realm);
    }
}
