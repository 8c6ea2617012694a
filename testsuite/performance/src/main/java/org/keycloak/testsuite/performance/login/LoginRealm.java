package org.keycloak.testsuite.performance.login;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testsuite.performance.MeasuredServer;
import org.keycloak.testsuite.performance.UserImport;

/**
 * A realm with users who log in by a token request.
 *
 * @param users of whom each gives right codes only, or wrong codes only: a right one ends the count of wrong ones
 */
record LoginRealm(URI tokenEndpoint, List<LoginUser> rightUsers, List<LoginUser> wrongUsers) {

    static final String CLIENT = "app";

    private static final String METHOD = "measured";
    /** More wrong codes in a row would lock a credential. */
    static final int LOCK_AFTER = 10;

    /** The limits of its default TOTP method. */
    static Map<String, String> limits(int lockAfter) {
        return Map.of("issuer", "Measured", "lockAfter", String.valueOf(lockAfter));
    }

    /**
     * @param method configuration of its default TOTP method; {@code null} for none
     */
    static LoginRealm create(MeasuredServer server, String name, Map<String, String> method, LoginOptions options) throws Exception {
        List<LoginUser> right = users("right-", 2 * options.logins());
        // Each gives fewer wrong codes than lock a credential.
        List<LoginUser> wrong = users("wrong-", Math.max(options.logins(), options.turns() * options.logins() / (LOCK_AFTER - 2)));
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setEnabled(true);
        realm.setPasswordPolicy(options.passwordPolicy());
        realm.setClients(List.of(client()));
        if (method != null) {
            realm.setAttributes(new HashMap<>(Map.of("totpDefaultMethod", METHOD)));
        }
        try (Keycloak admin = server.admin()) {
            admin.realms().create(realm);
            if (method != null) {
                add(method, admin, name);
            }
            UserImport.add(right.stream().map(LoginUser::representation).toList(), admin, name);
            UserImport.add(wrong.stream().map(LoginUser::representation).toList(), admin, name);
        }
        return new LoginRealm(URI.create(server.url() + "/realms/" + name + "/protocol/openid-connect/token"), right, wrong);
    }

    private static void add(Map<String, String> method, Keycloak admin, String realm) throws IOException {
        ComponentRepresentation component = new ComponentRepresentation();
        component.setName(METHOD);
        component.setProviderType("org.keycloak.credential.TotpMethodProvider");
        component.setProviderId("totp-method");
        component.setConfig(new MultivaluedHashMap<>());
        method.forEach(component.getConfig()::putSingle);
        try (Response created = admin.realm(realm).components().add(component)) {
            UserImport.requireStatus(Response.Status.CREATED, created);
        }
    }

    private static ClientRepresentation client() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT);
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        return client;
    }

    private static List<LoginUser> users(String prefix, int number) {
        return IntStream.range(0, number).mapToObj(index -> new LoginUser(prefix + index)).toList();
    }
}
