package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

/**
 * A way to give a role to somebody. What it needs besides is there: the caller may not be able to create it.
 */
enum RoleAttempt {

    USER(seeker -> {
        for (TestUser user : seeker.users()) {
            seeker.send("POST", "/users/" + user.id() + "/role-mappings/clients/" + seeker.client(), seeker.roles());
        }
        return seeker.outcome();
    }),

    GROUP(seeker -> {
        TestGroup group = TestGroup.in(seeker.realm());
        seeker.send("POST", "/groups/" + group.id() + "/role-mappings/clients/" + seeker.client(), seeker.roles());
        for (TestUser user : seeker.users()) {
            seeker.send("PUT", "/users/" + user.id() + "/groups/" + group.id(), "{}");
        }
        return seeker.outcome();
    }),

    NEW_GROUP(seeker -> {
        String name = RoleSeeker.newName();
        seeker.send("POST", "/groups", Json.object("name", name, "clientRoles", Map.of("realm-management", List.of(seeker.role().getName()))));
        return seeker.outcome(seeker.realm().resource().groups().groups(name, 0, 1).stream().map(group -> {
            TestUser member = seeker.realm().newUser();
            member.resource().joinGroup(group.getId());
            return member;
        }).toArray(TestUser[]::new));
    }),

    NEW_USER(seeker -> {
        String name = RoleSeeker.newName();
        seeker.send("POST", "/users", Json.object("username", name, "enabled", true, "clientRoles", Map.of("realm-management", List.of(seeker.role().getName()))));
        return seeker.outcome(created(seeker, name));
    }),

    COMPOSITE_REALM_ROLE(seeker -> {
        RoleRepresentation composite = newRole(seeker.realm());
        seeker.send("POST", "/roles-by-id/" + composite.getId() + "/composites", seeker.roles());
        seeker.give(composite);
        return seeker.outcome();
    }),

    NEW_COMPOSITE_REALM_ROLE(seeker -> {
        String name = RoleSeeker.newName();
        seeker.send("POST", "/roles", Json.object("name", name, "composite", true, "composites", Map.of("client", Map.of("realm-management", List.of(seeker.role().getName())))));
        seeker.realm().resource().roles().list(name, 0, 1).forEach(seeker::give);
        return seeker.outcome();
    }),

    COMPOSITE_CLIENT_ROLE(seeker -> {
        String client = client(seeker.realm(), seeker.realm().newClient(it -> {
        }));
        RoleRepresentation composite = new RoleRepresentation();
        composite.setName(RoleSeeker.newName());
        seeker.realm().resource().clients().get(client).roles().create(composite);
        seeker.send("POST", "/clients/" + client + "/roles/" + composite.getName() + "/composites", seeker.roles());
        composite = seeker.realm().resource().clients().get(client).roles().get(composite.getName()).toRepresentation();
        for (TestUser user : seeker.users()) {
            seeker.send("POST", "/users/" + user.id() + "/role-mappings/clients/" + client, "[" + Json.object("id", composite.getId(), "name", composite.getName()) + "]");
        }
        return seeker.outcome();
    }),

    /** A role that the caller has already. */
    COMPOSITE_OF_OWN_ROLE(seeker -> {
        for (String own : List.of("manage-users", "manage-clients", "manage-realm")) {
            seeker.send("POST", "/clients/" + seeker.client() + "/roles/" + own + "/composites", seeker.roles());
        }
        return seeker.outcome();
    }),

    DEFAULT_ROLES(seeker -> {
        seeker.send("POST", "/roles-by-id/" + seeker.realm().resource().toRepresentation().getDefaultRole().getId() + "/composites", seeker.roles());
        return seeker.outcome();
    }),

    DEFAULT_ROLES_OF_CLIENT(seeker -> {
        seeker.send("PUT", "/clients/" + seeker.client(), Json.object("clientId", "realm-management", "defaultRoles", List.of(seeker.role().getName())));
        return seeker.outcome();
    }),

    DEFAULT_GROUP(seeker -> {
        TestGroup group = TestGroup.in(seeker.realm());
        seeker.send("POST", "/groups/" + group.id() + "/role-mappings/clients/" + seeker.client(), seeker.roles());
        seeker.send("PUT", "/default-groups/" + group.id(), "{}");
        return seeker.outcome(seeker.realm().newUser());
    }),

    SERVICE_ACCOUNT(seeker -> {
        TestUser account = seeker.realm().newServiceAccount();
        seeker.send("POST", "/users/" + account.id() + "/role-mappings/clients/" + seeker.client(), seeker.roles());
        return seeker.outcome(account);
    }),

    /** The token has the role then, and the user has not. */
    ROLE_IN_TOKEN(seeker -> {
        String client = client(seeker.realm(), seeker.realm().newClient(it -> it.setFullScopeAllowed(false)));
        seeker.send("POST", "/clients/" + client + "/scope-mappings/clients/" + seeker.client(), seeker.roles());
        seeker.send("POST", "/clients/" + client + "/protocol-mappers/models", Json.object("name", "role", "protocol", "openid-connect",
                "protocolMapper", "oidc-hardcoded-role-mapper", "config", Map.of("role", "realm-management." + seeker.role().getName())));
        return seeker.outcome();
    }),

    REALM_ROLE_OF_THE_NAME(seeker -> {
        seeker.send("POST", "/roles", Json.object("name", seeker.role().getName()));
        seeker.realm().resource().roles().list(seeker.role().getName(), 0, 1).forEach(role -> {
            seeker.give(role);
            seeker.realm().resource().roles().deleteRole(role.getName());
        });
        return seeker.outcome();
    }),

    /** A guarded name is only guarded as long as a role has it. Keycloak lets nobody rename these roles since 26.7. */
    RENAMED(seeker -> {
        rename(seeker, RoleSeeker.newName());
        RoleRepresentation composite = newRole(seeker.realm());
        seeker.send("POST", "/roles-by-id/" + composite.getId() + "/composites", seeker.roles());
        seeker.give(composite);
        rename(seeker, seeker.role().getName());
        return seeker.outcome();
    }),

    USER_OF_PARTIAL_IMPORT(seeker -> {
        String name = RoleSeeker.newName();
        seeker.send("POST", "/partialImport", Json.object("ifResourceExists", "SKIP",
                "users", List.of(Map.of("username", name, "enabled", true, "clientRoles", Map.of("realm-management", List.of(seeker.role().getName()))))));
        return seeker.outcome(created(seeker, name));
    }),

    ROLE_OF_PARTIAL_IMPORT(seeker -> {
        String name = RoleSeeker.newName();
        seeker.send("POST", "/partialImport", Json.object("ifResourceExists", "SKIP",
                "roles", Map.of("realm", List.of(Map.of("name", name, "composite", true, "composites", Map.of("client", Map.of("realm-management", List.of(seeker.role().getName()))))))));
        seeker.realm().resource().roles().list(name, 0, 1).forEach(seeker::give);
        return seeker.outcome();
    }),

    IDENTITY_PROVIDER(seeker -> {
        String alias = RoleSeeker.newName();
        seeker.send("POST", "/identity-provider/instances", Json.object("alias", alias, "providerId", "oidc", "config", Map.of("clientId", "app", "clientSecret", "secret",
                "authorizationUrl", "https://idp.example.com/auth", "tokenUrl", "https://idp.example.com/token")));
        seeker.send("POST", "/identity-provider/instances/" + alias + "/mappers", Json.object("name", "role", "identityProviderAlias", alias,
                "identityProviderMapper", "oidc-hardcoded-role-idp-mapper", "config", Map.of("syncMode", "FORCE", "role", "realm-management." + seeker.role().getName())));
        return seeker.outcome();
    });

    private final Function<RoleSeeker, String> attempt;

    RoleAttempt(Function<RoleSeeker, String> attempt) {
        this.attempt = attempt;
    }

    /** What the server answers, and whether somebody has the role in the end. */
    String by(RoleSeeker seeker) {
        return attempt.apply(seeker);
    }

    /** Whether it is known that Keycloak guards no role here: the guide tells. */
    boolean isUnguarded() {
        return this == RENAMED || this == USER_OF_PARTIAL_IMPORT || this == ROLE_OF_PARTIAL_IMPORT || this == IDENTITY_PROVIDER;
    }

    private static void rename(RoleSeeker seeker, String name) {
        seeker.send("PUT", "/roles-by-id/" + seeker.role().getId(), Json.object("id", seeker.role().getId(), "name", name));
    }

    private static RoleRepresentation newRole(TestRealm realm) {
        return realm.resource().roles().get(realm.newRole()).toRepresentation();
    }

    private static String client(TestRealm realm, String clientId) {
        List<ClientRepresentation> clients = realm.resource().clients().findByClientId(clientId);
        return clients.get(0).getId();
    }

    private static TestUser[] created(RoleSeeker seeker, String name) {
        return seeker.realm().resource().users().searchByUsername(name, true).stream().map(user -> new TestUser(seeker.realm(), user.getId(), name, null)).toArray(TestUser[]::new);
    }
}
