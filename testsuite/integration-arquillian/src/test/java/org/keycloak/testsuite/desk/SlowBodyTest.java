package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.function.Consumer;

import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.SlowRequest;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A right counts as it is when the body of the request has arrived: a client can let the server wait for it.
 */
class SlowBodyTest extends AbstractTotpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create-totp           | {"replaceExisting": true} | 200
            credential-types/otp  | {"replaceExisting": true} | 200
            verify-totp           | {"code": "000000"}        | 200
            unlock-totp           | {}                        | 204
            remove-totp           | {}                        | 204
            """)
    void userWhoBecomesAnAdministratorMeanwhileIsOutOfReach(String endpoint, String json, int status) throws IOException {
        TestUser user = newUser();
        user.totp().create();
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);
        AdminHttp caller = holder.http().withOneToken();
        String path = realm().name() + "/users/" + user.id() + "/" + endpoint;
        try (SlowRequest control = SlowRequest.put(caller, path, json)) {
            assertEquals(status, control.end());
        }

        try (SlowRequest ofUser = SlowRequest.put(caller, path, json)) {
            ManagementRoles.of(realm()).grant(user, "view-events");
            assertEquals(403, ofUser.end());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create-totp | {"replaceExisting": true}
            verify-totp | {"code": "000000"}
            remove-totp | {}
            """)
    void callerWhoIsDisabledMeanwhileIsRefused(String endpoint, String json) throws IOException {
        assertRefusedAfter(endpoint, json, caller -> {
            UserRepresentation disabled = caller.resource().toRepresentation();
            disabled.setEnabled(false);
            caller.resource().update(disabled);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create-totp | {"replaceExisting": true}
            verify-totp | {"code": "000000"}
            remove-totp | {}
            """)
    void callerWhoIsSignedOutMeanwhileIsRefused(String endpoint, String json) throws IOException {
        assertRefusedAfter(endpoint, json, caller -> caller.resource().logout());
    }

    private void assertRefusedAfter(String endpoint, String json, Consumer<TestUser> change) throws IOException {
        TestUser user = newUser();
        user.totp().create();
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);
        AdminHttp caller = holder.http().withOneToken();

        try (SlowRequest request = SlowRequest.put(caller, realm().name() + "/users/" + user.id() + "/" + endpoint, json)) {
            change.accept(holder);
            assertEquals(403, request.end());
        }
        assertEquals(1, user.otpCredentials().size());
    }
}
