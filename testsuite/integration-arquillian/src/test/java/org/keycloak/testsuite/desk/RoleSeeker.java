package org.keycloak.testsuite.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

/**
 * An administrator who tries to give a role of {@code realm-management} to somebody.
 */
final class RoleSeeker {

    private final TestRealm realm;
    private final String client;
    private final TestUser self;
    private final TestUser friend;
    private final RoleRepresentation role;
    private final AdminHttp http;
    private final List<String> statuses = new ArrayList<>();

    /**
     * @param self an administrator of the realm, who lacks the role
     */
    RoleSeeker(ManagementRoles management, TestUser self, RoleRepresentation role) {
        this.realm = management.container();
        this.client = management.id();
        this.self = self;
        this.friend = realm.newUser();
        this.role = role;
        this.http = self.http().withOneToken();
    }

    TestRealm realm() {
        return realm;
    }

    /** The id of client {@code realm-management}. */
    String client() {
        return client;
    }

    RoleRepresentation role() {
        return role;
    }

    String roles() {
        return "[" + Json.object("id", role.getId(), "name", role.getName()) + "]";
    }

    /** The users whom the role is for. */
    List<TestUser> users() {
        return List.of(self, friend);
    }

    static String newName() {
        return "new-" + UUID.randomUUID();
    }

    HttpReply send(String method, String path, String json) {
        HttpReply reply = switch (method) {
            case "PUT" -> http.put(realm.name() + path, json);
            case "POST" -> http.post(realm.name() + path, json);
            default -> throw new IllegalArgumentException(method);
        };
        statuses.add(String.valueOf(reply.status()));
        return reply;
    }

    /** Tries to give a realm role to both. */
    void give(RoleRepresentation realmRole) {
        for (TestUser user : users()) {
            send("POST", "/users/" + user.id() + "/role-mappings/realm", "[" + Json.object("id", realmRole.getId(), "name", realmRole.getName()) + "]");
        }
    }

    /** What the server answered, and who has the role in the end. */
    String outcome(TestUser... others) {
        return String.join(" ", statuses) + (Stream.concat(users().stream(), Stream.of(others)).anyMatch(this::hasRole) ? " given" : "");
    }

    private boolean hasRole(TestUser user) {
        return user.resource().roles().clientLevel(client).listEffective().stream().anyMatch(it -> it.getId().equals(role.getId()) || it.getName().equals(role.getName()));
    }
}
