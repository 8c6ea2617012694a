package org.keycloak.testsuite.mariadb;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.testsuite.fixture.CoverageEndpoints;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Lists of users with the status of their TOTPs: the statements, and ids of users and groups that are spelled otherwise.
 */
class CoverageTest extends AbstractMariaDbTest {

    @Test
    void usersAreListedAndCounted() {
        TestRealm realm = TestRealm.create(server());
        TestUser anna = realm.newUser(it -> it.setUsername("anna"));
        TestUser anna2 = realm.newUser(it -> it.setUsername("anna2"));
        realm.newUser(it -> it.setUsername("berta"));
        anna.newTotp("{}");
        anna2.newTotp("{}");
        CoverageEndpoints coverage = CoverageEndpoints.of(realm);

        assertEquals(Map.of("unused", 2, "none", 1, "total", 3), coverage.counts());
        assertEquals(List.of("berta"), coverage.names("status", "none"));
        assertEquals(coverage.names("search", "*a*"), coverage.names());
        assertEquals(Map.of("unused", 2, "none", 1, "total", 3), coverage.counts("search", "*a*"));
    }

    @Test
    void onlyTheStoredIdNamesAUserOrAGroup() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = realm.newUser();
        GroupRepresentation group = new GroupRepresentation();
        group.setName("staff");
        String id;
        try (Response created = realm.resource().groups().add(group)) {
            id = CreatedResponseUtil.getCreatedId(created);
        }
        user.resource().joinGroup(id);
        CoverageEndpoints coverage = CoverageEndpoints.of(realm);

        assertEquals(List.of(user.name()), coverage.names("search", "id:" + user.id()));
        assertEquals(List.of(), coverage.names("search", "id:" + user.id().toUpperCase(ROOT)));
        assertEquals(List.of(user.name()), coverage.names("group", id));
        for (String spelling : List.of(id.toUpperCase(ROOT), id + " ", id + "\u200B")) {
            assertStatus(400, coverage.list("group", spelling));
        }
    }
}
