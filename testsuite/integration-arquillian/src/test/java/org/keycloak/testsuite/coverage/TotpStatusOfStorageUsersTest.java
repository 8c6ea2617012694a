package org.keycloak.testsuite.coverage;

import java.util.List;
import java.util.Map;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CoverageEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.TestLdap;
import org.keycloak.testsuite.fixture.TestLdap.EditMode;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Users of user storages. Whoever has an OTP, wherever it is kept, isn't reported as one who has none.
 */
class TotpStatusOfStorageUsersTest extends AbstractTotpTest {

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void peopleOfADirectoryAreListed(boolean imported) throws LDAPException {
        try (TestLdap ldap = TestLdap.start()) {
            TestRealm realm = TestRealm.create(server());
            ldap.federate(realm, EditMode.READ_ONLY, imported);
            TestUser unused = ldap.newUser(realm);
            TestUser none = ldap.newUser(realm);
            TestUser local = realm.newUser();
            unused.newTotp("{}");
            local.newTotp("{}");
            CoverageEndpoints coverage = CoverageEndpoints.of(realm);

            assertEquals(Map.of("unused", 2, "none", 1, "total", 3), coverage.counts());
            assertEquals(List.of(none.name()), coverage.names("status", "none"));
            assertEquals(List.of(unused.name()), coverage.names("status", "unused", "search", "person"));
            assertEquals(2, coverage.names("max", 2).size());
        }
    }

    @Test
    void whatTheStorageKeepsCountsAsUsed() {
        TestRealm realm = TestRealm.create(server());
        OtpStorage storage = OtpStorage.in(realm, Map.of());
        TestUser kept = storage.newUser("kept");
        kept.newTotp("{}");
        TestUser none = storage.newUser("none");
        CoverageEndpoints coverage = CoverageEndpoints.of(realm);

        assertEquals(Map.of("used", 1, "total", 1), coverage.counts("search", "username:" + kept.name()));
        assertEquals(Map.of("none", 1, "total", 1), coverage.counts("search", "username:" + none.name()));
        HttpReply status = kept.totp().status();
        assertEquals("used", status.field("status"));
        assertEquals("[]", status.json().path("totps").toString());
    }
}
