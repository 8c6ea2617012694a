package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The administrator of a server.
 *
 * @param token good for a whole run, so that no call that is measured gets one
 */
record Admin(URI server, String token) {

    static final String NAME = "admin";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WHOLE_RUN = 10 * 60 * 60;
    /** Users in one request. */
    private static final int BATCH = 200;

    static Admin logIn(URI server, String password) throws IOException, InterruptedException {
        Admin once = new Admin(server, token(server, password));
        once.put("master", Map.of("accessTokenLifespan", WHOLE_RUN, "ssoSessionIdleTimeout", WHOLE_RUN, "ssoSessionMaxLifespan", WHOLE_RUN), 204, "").send();
        return new Admin(server, token(server, password));
    }

    private static String token(URI server, String password) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=" + NAME + "&password=" + password;
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build();
        return JSON.readTree(new Call(request, Set.of(200), "").send()).path("access_token").asText();
    }

    Call get(String path, String text) {
        return new Call(request(path).GET().build(), Set.of(200), text);
    }

    Call put(String path, Map<String, ?> body, int status, String text) {
        return new Call(request(path).PUT(json(body)).build(), Set.of(status), text);
    }

    Call post(String path, Map<String, ?> body, int status) {
        return new Call(request(path).POST(json(body)).build(), Set.of(status), "");
    }

    Call delete(String path) {
        return new Call(request(path).DELETE().build(), Set.of(204), "");
    }

    /** Below {@code /admin/realms/}. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * @return the users' ids
     */
    List<String> importUsers(String realm, List<Map<String, Object>> users) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < users.size(); from += BATCH) {
            List<Map<String, Object>> batch = users.subList(from, Math.min(from + BATCH, users.size()));
            JsonNode reply = JSON.readTree(post(realm + "/partialImport", Map.of("ifResourceExists", "FAIL", "users", batch), 200).send());
            reply.path("results").forEach(result -> ids.add(result.path("id").asText()));
        }
        return ids;
    }
}
