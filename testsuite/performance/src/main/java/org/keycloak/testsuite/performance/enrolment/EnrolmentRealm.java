package org.keycloak.testsuite.performance.enrolment;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.performance.UserImport;

/**
 * A realm of so many users, with a TOTP method that isn't its default one.
 */
record EnrolmentRealm(List<String> userIds, UserRequests requests) {

    static final String METHOD = "measured";

    static EnrolmentRealm create(URI server, Keycloak admin, int users) throws Exception {
        String name = "users-" + users;
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setEnabled(true);
        long start = System.nanoTime();
        admin.realms().create(realm);
        String token = admin.tokenManager().grantToken().getToken(); // where roles are in it, those of this realm are
        try (Response created = admin.realm(name).components().add(method())) {
            UserImport.requireStatus(Response.Status.CREATED, created);
        }
        List<String> ids = UserImport.add(IntStream.range(0, users).mapToObj(EnrolmentRealm::user).toList(), admin, name);
        System.out.printf("%d users made in %d s%n", ids.size(), (System.nanoTime() - start) / 1_000_000_000);
        return new EnrolmentRealm(ids, new UserRequests(URI.create(server + "/admin/realms/" + name + "/"), token));
    }

    private static ComponentRepresentation method() {
        ComponentRepresentation method = new ComponentRepresentation();
        method.setName(METHOD);
        method.setProviderType("org.keycloak.credential.TotpMethodProvider");
        method.setProviderId("totp-method");
        method.setConfig(new MultivaluedHashMap<>());
        method.getConfig().putSingle("issuer", "Measured");
        return method;
    }

    private static UserRepresentation user(int number) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername("user-" + number);
        user.setEnabled(true);
        user.setFirstName("Erika");
        user.setLastName("Mustermann");
        user.setEmail("user-" + number + "@example.com");
        return user;
    }

    /**
     * Users who are nobody else's, from all over the realm.
     *
     * @param group one of as many as said
     */
    UserGroup group(int group, int groups, int size) {
        if ((long) groups * size > userIds.size()) {
            throw new IllegalArgumentException(groups + " times " + size + " users are more than the realm has: " + userIds.size());
        }
        int stride = userIds.size() / (groups * size);
        return new UserGroup(IntStream.range(0, size).mapToObj(index -> userIds.get((index * groups + group) * stride)).toList(), requests);
    }
}
