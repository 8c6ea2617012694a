package org.keycloak.tests.admin.realm;

import java.util.List;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleResource;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.Constants;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testframework.admin.AdminClientFactory;
import org.keycloak.testframework.annotations.InjectAdminClient;
import org.keycloak.testframework.annotations.InjectAdminClientFactory;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.InjectUser;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.injection.LifeCycle;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.realm.ManagedUser;
import org.keycloak.testframework.realm.UserBuilder;
import org.keycloak.testframework.realm.UserConfig;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@KeycloakIntegrationTest
public class ManageOtpRoleTest {

    private static final String MASTER = "master";
    private static final String MANAGE_OTP = "manage-otp";

    @InjectRealm
    ManagedRealm realm;

    @InjectUser(config = HelpDeskUser.class, lifecycle = LifeCycle.METHOD)
    ManagedUser user;

    @InjectAdminClient
    Keycloak server;

    @InjectAdminClientFactory
    AdminClientFactory clients;

    @Test
    public void administratorsOfARealmHaveTheRole() {
        ClientResource management = client(realm.admin(), Constants.REALM_MANAGEMENT_CLIENT_ID);

        Assertions.assertTrue(contains(management.roles().get(AdminRoles.REALM_ADMIN), role(management)));
        Assertions.assertFalse(contains(management.roles().get(AdminRoles.MANAGE_USERS), role(management)));
    }

    @Test
    public void administratorsOfTheServerHaveTheRoleOfEachRealm() {
        RealmResource master = server.realm(MASTER);
        for (String name : List.of(realm.getName(), MASTER)) {
            ClientResource client = client(master, name + AdminRoles.APP_SUFFIX);
            Assertions.assertTrue(contains(master.roles().get(AdminRoles.ADMIN), role(client)));
        }
    }

    @Test
    public void whoManagesUsersDoesNotGrantTheRole() {
        Assertions.assertThrows(ForbiddenException.class, () -> grantAs(AdminRoles.MANAGE_USERS));
    }

    @Test
    public void administratorOfTheRealmGrantsTheRole() {
        grantAs(AdminRoles.REALM_ADMIN);

        Assertions.assertTrue(user.admin().roles().clientLevel(client(realm.admin(), Constants.REALM_MANAGEMENT_CLIENT_ID).toRepresentation().getId())
                .listAll().stream().anyMatch(it -> it.getName().equals(MANAGE_OTP)));
    }

    /** The user is given the first role, and tries to grant the other. */
    private void grantAs(String administrative) {
        ClientResource management = client(realm.admin(), Constants.REALM_MANAGEMENT_CLIENT_ID);
        String id = management.toRepresentation().getId();
        user.admin().roles().clientLevel(id).add(List.of(management.roles().get(administrative).toRepresentation()));
        Keycloak caller = clients.create().realm(realm.getName()).clientId(Constants.ADMIN_CLI_CLIENT_ID).username(user.getUsername())
                .password(user.getPassword()).autoClose().build();
        caller.realm(realm.getName()).users().get(user.getId()).roles().clientLevel(id).add(List.of(role(management)));
    }

    private static ClientResource client(RealmResource realm, String clientId) {
        return realm.clients().get(realm.clients().findByClientId(clientId).get(0).getId());
    }

    private static RoleRepresentation role(ClientResource client) {
        return client.roles().get(MANAGE_OTP).toRepresentation();
    }

    private static boolean contains(RoleResource composite, RoleRepresentation role) {
        return composite.getRoleComposites().stream().anyMatch(it -> it.getId().equals(role.getId()));
    }

    public static class HelpDeskUser implements UserConfig {

        @Override
        public UserBuilder configure(UserBuilder user) {
            return user.username("help-desk").password("password").email("help-desk@localhost").name("Help", "Desk");
        }
    }
}
