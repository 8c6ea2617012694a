package org.keycloak.testsuite.desk;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.RealmMethods;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The role {@code manage-otp} is no right to anything else. Keycloak's own endpoints treat its holder like somebody who has a role of
 * {@code realm-management} that means nothing.
 */
class NothingElseTest extends AbstractTotpTest {

    private static final String MEANS_NOTHING = "means-nothing";

    private AdminHttp holder;
    private AdminHttp holderInMaster;
    private AdminHttp other;
    private AdminHttp otherInMaster;
    private Map<String, String> ids;

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server());
    }

    @BeforeEach
    void callers() {
        if (ids != null) {
            return;
        }
        ManagementRoles own = ManagementRoles.of(realm()).with(MEANS_NOTHING);
        ManagementRoles ofMaster = ManagementRoles.inMaster(realm()).with(MEANS_NOTHING);
        holder = own.newHolder(ManagementRoles.MANAGE_OTP).http().withOneToken();
        other = own.newHolder(MEANS_NOTHING).http().withOneToken();
        holderInMaster = ofMaster.newHolder(ManagementRoles.MANAGE_OTP).http().withOneToken();
        otherInMaster = ofMaster.newHolder(MEANS_NOTHING).http().withOneToken();
        TestUser user = newUser();
        user.newTotp("{}");
        TestGroup group = TestGroup.in(realm(), user);
        ids = Map.of("USER", user.id(), "NAME", user.name(), "CREDENTIAL", user.otpIds().get(0), "GROUP", group.id(), "PATH", group.path().substring(1),
                "MANAGEMENT", own.id(), "MANAGE_OTP", own.find(ManagementRoles.MANAGE_OTP).get(0).getId(), "METHOD", new RealmMethods(realm()).addAny(),
                "NEW", UUID.randomUUID().toString());
    }

    static Stream<String> refused() {
        return Stream.of("GET /users", "GET /users?search=user", "GET /users?briefRepresentation=true&max=1", "GET /users?username=NAME&exact=true", "GET /users/count", "GET /users/profile", "GET /users/profile/metadata",
                "POST /users {\"username\":\"NEW\"}",
                "GET /users/USER", "PUT /users/USER {\"enabled\":false}", "DELETE /users/USER",
                "GET /users/USER/credentials", "DELETE /users/USER/credentials/CREDENTIAL", "PUT /users/USER/credentials/CREDENTIAL/userLabel label",
                "POST /users/USER/credentials/CREDENTIAL/moveToFirst", "GET /users/USER/configured-user-storage-credential-types",
                "PUT /users/USER/disable-credential-types [\"otp\"]", "PUT /users/USER/reset-password {\"type\":\"password\",\"value\":\"other\"}",
                "PUT /users/USER/execute-actions-email [\"CONFIGURE_TOTP\"]", "PUT /users/USER/send-verify-email", "PUT /users/USER/reset-password-email",
                "POST /users/USER/impersonation", "POST /users/USER/logout", "GET /users/USER/sessions", "GET /users/USER/consents", "GET /users/USER/federated-identity",
                "GET /users/USER/groups", "GET /users/USER/groups/count", "PUT /users/USER/groups/GROUP", "DELETE /users/USER/groups/GROUP",
                "GET /users/USER/role-mappings", "GET /users/USER/role-mappings/realm", "GET /users/USER/role-mappings/realm/composite",
                "GET /users/USER/role-mappings/clients/MANAGEMENT", "POST /users/USER/role-mappings/clients/MANAGEMENT [{\"id\":\"MANAGE_OTP\",\"name\":\"manage-otp\"}]",
                "GET /users/USER/unmanagedAttributes",
                "GET /groups", "GET /groups/count", "GET /groups/GROUP", "GET /groups/GROUP/members", "GET /groups/GROUP/children", "POST /groups {\"name\":\"NEW\"}",
                "POST /groups/GROUP/role-mappings/clients/MANAGEMENT [{\"id\":\"MANAGE_OTP\",\"name\":\"manage-otp\"}]", "GET /group-by-path/PATH",
                "GET /roles", "GET /roles/offline_access", "GET /roles/offline_access/users", "GET /roles/offline_access/groups", "POST /roles {\"name\":\"NEW\"}", "GET /roles-by-id/MANAGE_OTP",
                "POST /roles-by-id/MANAGE_OTP/composites [{\"id\":\"MANAGE_OTP\"}]",
                "GET /clients", "GET /clients/MANAGEMENT", "GET /clients/MANAGEMENT/roles", "GET /clients/MANAGEMENT/roles/manage-otp/users", "POST /clients {\"clientId\":\"NEW\"}",
                "POST /clients/MANAGEMENT/roles {\"name\":\"NEW\"}",
                "GET /client-scopes", "POST /client-scopes {\"name\":\"NEW\",\"protocol\":\"openid-connect\"}",
                "PUT / {\"displayName\":\"other\"}", "DELETE /", "POST /partialImport {\"ifResourceExists\":\"SKIP\"}", "POST /partial-export", "GET /localization/en", "PUT /localization/en/key text",
                "GET /events", "DELETE /events", "GET /events/config", "GET /admin-events", "DELETE /admin-events", "GET /client-session-stats",
                "GET /components", "GET /components/METHOD", "POST /components {\"name\":\"NEW\",\"providerId\":\"totp-method\",\"providerType\":\"org.keycloak.credential.TotpMethodProvider\"}",
                "GET /totp-methods", "GET /totp-methods/METHOD", "POST /totp-methods {\"name\":\"NEW\",\"issuer\":\"Acme\"}", "PUT /totp-methods/METHOD {\"digits\":8}", "DELETE /totp-methods/METHOD",
                "GET /authentication/flows", "GET /authentication/required-actions", "POST /authentication/flows {\"alias\":\"NEW\"}",
                "GET /identity-provider/instances", "GET /keys", "GET /organizations", "GET /client-policies/policies", "GET /client-policies/profiles",
                "GET /attack-detection/brute-force/users/USER", "DELETE /attack-detection/brute-force/users/USER", "DELETE /attack-detection/brute-force/users",
                "POST /logout-all", "POST /push-revocation", "POST /clear-user-cache", "POST /clear-realm-cache", "POST /testSMTPConnection {}",
                "GET /default-groups", "PUT /default-groups/GROUP", "DELETE /sessions/any", "POST /user-storage/any/sync?action=triggerFullSync", "GET /ui-ext/brute-force-user");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void endpointOfKeycloakIsRefused(String request) {
        assertEquals(403, assertAlike(request, other, holder).status());
        assertEquals(403, assertAlike(request, otherInMaster, holderInMaster).status());
    }

    /** What everybody with any role is told of the realm isn't more for a holder. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /credential-registrators", "GET /client-description-converter", "GET /default-default-client-scopes", "GET /authentication/authenticator-providers"})
    void realmIsShownAsToOthers(String request) {
        assertAlike(request, other, holder);
        assertAlike(request, otherInMaster, holderInMaster);
    }

    private HttpReply assertAlike(String request, AdminHttp expected, AdminHttp caller) {
        HttpReply reply = send(request, caller);
        HttpReply control = send(request, expected);

        assertEquals(control.toString(), reply.toString());
        return reply;
    }

    private HttpReply send(String request, AdminHttp caller) {
        String[] parts = filled(request).split(" ", 3);
        String path = realm().name() + (parts[1].equals("/") ? "" : parts[1]);
        return parts.length < 3 ? caller.send(parts[0], path, null)
                : caller.send(parts[0], path, parts[2].getBytes(), "Content-Type", parts[2].matches("[\\[{].*") ? AdminHttp.JSON : "text/plain");
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replaceAll("\\b" + id.getKey() + "\\b", id.getValue());
        }
        return filled;
    }
}
