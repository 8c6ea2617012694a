package org.keycloak.testsuite.desk;

import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What a help desk does with one user: all of our endpoints.
 */
record DeskEndpoints(TotpEndpoints totp, CredentialTypeEndpoints types) {

    private static final String REPLACING = Json.object("replaceExisting", true);

    static DeskEndpoints of(TestUser user, AdminHttp caller) {
        return new DeskEndpoints(user.totp().as(caller), CredentialTypeEndpoints.of(user).as(caller));
    }

    void assertMay() {
        assertEquals(Map.of("status", 200, "create", 200, "verify", 200, "unlock", 204, "remove", 204, "types", 200, "type", 201, "recovery", 201, "put", 200), statuses());
    }

    void assertMayLookAlone() {
        Map<String, Integer> expected = new LinkedHashMap<>(statuses());
        expected.replaceAll((name, status) -> name.equals("status") ? 200 : 403);
        assertEquals(expected, statuses());
    }

    void assertMayNot(int status) {
        Map<String, Integer> expected = new LinkedHashMap<>(statuses());
        expected.replaceAll((name, it) -> status);
        assertEquals(expected, statuses());
    }

    private Map<String, Integer> statuses() {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        statuses.put("create", status(totp.create(REPLACING)));
        statuses.put("status", status(totp.status()));
        statuses.put("verify", status(totp.verifyCode("123456")));
        statuses.put("unlock", status(totp.unlock()));
        statuses.put("remove", status(totp.remove()));
        statuses.put("types", status(types.list()));
        statuses.put("type", status(types.create("otp", REPLACING)));
        statuses.put("put", status(types.http().put(types.path("otp"), REPLACING)));
        statuses.put("recovery", status(types.create("recovery-authn-codes", REPLACING)));
        return statuses;
    }

    private static int status(HttpReply reply) {
        return reply.status();
    }
}
