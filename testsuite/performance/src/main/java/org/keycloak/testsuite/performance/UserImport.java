package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes many users quickly: in batches, of which several are under way.
 */
public final class UserImport {

    /** Of users in one request. */
    private static final int BATCH = 200;
    private static final int CLIENTS = 4;

    private UserImport() {
    }

    /**
     * @return the users' ids, in the order of the users
     */
    public static List<String> add(List<UserRepresentation> users, Keycloak admin, String realm) throws Exception {
        List<Callable<List<String>>> batches = new ArrayList<>();
        for (int from = 0; from < users.size(); from += BATCH) {
            List<UserRepresentation> batch = users.subList(from, Math.min(from + BATCH, users.size()));
            batches.add(() -> addBatch(batch, admin, realm));
        }
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<String> ids = new ArrayList<>();
            for (Future<List<String>> batch : clients.invokeAll(batches)) {
                ids.addAll(batch.get());
            }
            return ids;
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<String> addBatch(List<UserRepresentation> users, Keycloak admin, String realm) throws IOException {
        PartialImportRepresentation batch = new PartialImportRepresentation();
        batch.setIfResourceExists(PartialImportRepresentation.Policy.FAIL.name());
        batch.setUsers(users);
        try (Response imported = admin.realm(realm).partialImport(batch)) {
            requireStatus(Response.Status.OK, imported);
            List<String> ids = new ArrayList<>();
            imported.readEntity(JsonNode.class).path("results").forEach(result -> ids.add(result.path("id").asText()));
            return ids;
        }
    }

    public static void requireStatus(Response.Status expected, Response reply) throws IOException {
        if (reply.getStatus() != expected.getStatusCode()) {
            throw new IOException("The server refused what is to be measured: " + reply.readEntity(String.class));
        }
    }
}
