package org.keycloak.testsuite.methods;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestRealm;

/**
 * A test class with a realm of its own, which has two methods and no default. Its policy is Keycloak's: SHA1, 6 digits, 30 seconds.
 */
abstract class AbstractTwoMethodsTest extends AbstractTotpTest {

    static final String STAFF = "staff";
    static final String VAULT = "vault";

    private String staffId;

    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server(), it -> it.setDisplayName("The realm"));
        RealmMethods methods = new RealmMethods(created);
        staffId = methods.add(STAFF, "issuer", "ACME staff", "algorithm", "SHA512", "digits", 8, "period", 60, "keySize", 64, "qrSize", 300);
        methods.add(VAULT, "issuer", "ACME vault", "algorithm", "SHA256");
        return created;
    }

    RealmMethods methods() {
        return new RealmMethods(realm());
    }

    String staffId() {
        realm();
        return staffId;
    }
}
