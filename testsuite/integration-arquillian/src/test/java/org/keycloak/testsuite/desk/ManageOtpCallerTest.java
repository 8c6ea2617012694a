package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Who counts as a holder of {@code manage-otp}: whose token has the role, and whose account has it at the time.
 */
class ManageOtpCallerTest extends AbstractTotpTest {

    private static final String SECRET = "a secret of a client";

    /** Whoever manages a client can give it such a mapper. */
    @Test
    void roleInTheTokenAloneIsNotEnough() {
        ManagementRoles.of(realm()).with(ManagementRoles.MANAGE_OTP);
        String client = realm().newClient(it -> it.setProtocolMappers(List.of(hardcoded("realm-management." + ManagementRoles.MANAGE_OTP))));
        TestUser stranger = newUser();

        DeskEndpoints.of(newUser(), stranger.http(client).withOneToken()).assertMayNot(403);

        ManagementRoles.of(realm()).grant(stranger, ManagementRoles.MANAGE_OTP);
        DeskEndpoints.of(newUser(), stranger.http(client).withOneToken()).assertMay();
    }

    @Test
    void roleOfTheAccountAloneIsNotEnough() {
        String client = realm().newClient(it -> it.setFullScopeAllowed(false));
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);

        DeskEndpoints.of(newUser(), holder.http(client).withOneToken()).assertMayNot(403);
        DeskEndpoints.of(newUser(), holder.http().withOneToken()).assertMay();
    }

    @Test
    void roleThatIsTakenAwayCountsNoMore() {
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);
        AdminHttp http = holder.http().withOneToken();
        TestUser user = newUser();
        DeskEndpoints.of(user, http).assertMay();

        ManagementRoles.of(realm()).revoke(holder, ManagementRoles.MANAGE_OTP);

        DeskEndpoints.of(user, http).assertMayNot(403);
    }

    @Test
    void roleOfAGroupWillDo() {
        TestUser holder = newUser();
        TestGroup group = TestGroup.in(realm(), holder);
        ManagementRoles roles = ManagementRoles.of(realm());
        realm().resource().groups().group(group.id()).roles().clientLevel(roles.id()).add(roles.find(ManagementRoles.MANAGE_OTP));

        DeskEndpoints.of(newUser(), holder.http().withOneToken()).assertMay();
    }

    @Test
    void lightweightTokenWillDo() {
        String client = realm().newClient(it -> it.setAttributes(Map.of("client.use.lightweight.access.token.enabled", "true")));
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);

        DeskEndpoints.of(newUser(), holder.http(client).withOneToken()).assertMay();
        DeskEndpoints.of(newUser(), newUser().http(client).withOneToken()).assertMayNot(403);
    }

    @Test
    void serviceAccountWillDo() {
        String client = realm().newClient(it -> {
            it.setPublicClient(false);
            it.setServiceAccountsEnabled(true);
            it.setSecret(SECRET);
        });
        AdminHttp service = new AdminHttp(realm().url(), () -> realm().token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", SECRET)).field("access_token"));
        DeskEndpoints.of(newUser(), service.withOneToken()).assertMayNot(403);

        UserRepresentation account = realm().resource().clients().get(realm().resource().clients().findByClientId(client).get(0).getId()).getServiceAccountUser();
        ManagementRoles.of(realm()).grant(new TestUser(realm(), account.getId(), account.getUsername(), null), ManagementRoles.MANAGE_OTP);

        DeskEndpoints.of(newUser(), service.withOneToken()).assertMay();
    }

    @Test
    void disabledHolderIsRefused() {
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);
        AdminHttp http = holder.http().withOneToken();
        TestUser user = newUser();
        DeskEndpoints.of(user, http).assertMay();
        UserRepresentation disabled = holder.resource().toRepresentation();
        disabled.setEnabled(false);
        holder.resource().update(disabled);

        DeskEndpoints.of(user, http).assertMayNot(401);
    }

    @Test
    void holderOfAnotherRealmIsRefused() {
        DeskEndpoints.of(newUser(), realm().other().newAdmin(ManagementRoles.MANAGE_OTP).http().withOneToken()).assertMayNot(403);
    }

    /** Only the client counts, not the name. */
    @Test
    void roleOfThisNameOfAnotherClientIsNotEnough() {
        String client = realm().newClient(it -> {
        });
        TestUser stranger = newUser();
        new ManagementRoles(realm(), client).grant(stranger, ManagementRoles.MANAGE_OTP);

        DeskEndpoints.of(newUser(), stranger.http().withOneToken()).assertMayNot(403);
    }

    @Test
    void realmWithoutTheRoleHasNoHolders() {
        TestRealm realm = TestRealm.create(server());
        TestUser admin = realm.newAdmin("view-events");

        DeskEndpoints.of(realm.newUser(), admin.http().withOneToken()).assertMayNot(403);
        assertEquals(403, admin.http().get(realm.name() + "/users/totp-status").status());
    }

    private static ProtocolMapperRepresentation hardcoded(String role) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("mapper " + UUID.randomUUID());
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-hardcoded-role-mapper");
        mapper.setConfig(Map.of("role", role));
        return mapper;
    }
}
